"""Many PDFs bound into one as accessible as they were: pages, structure trees, bookmarks. Home of pikepdf."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String


class Leaf(NamedTuple):
    """One PDF to bind in."""

    pdf: bytes
    bookmark: str
    """At its first page; no bookmark when empty."""
    copies: int = 1
    """Of all its pages, one set after the other. Only the first set is tagged: the others are for paper."""


def bind(leaves: Sequence[Leaf], title: str) -> bytes:
    """One PDF/UA of them all, in their order; the same leaves give the same bytes.

    Each must be a tagged PDF. Language and metadata are those of the first; the title is ours.
    """
    bound, marks, trees = Pdf.new(), [], []
    sources = {leaf.pdf: Pdf.open(BytesIO(leaf.pdf)) for leaf in leaves}
    for leaf in leaves:
        source, first = sources[leaf.pdf], len(bound.pages)
        marks += [(leaf.bookmark, first)] if leaf.bookmark else []
        for number in range(leaf.copies):
            begin = len(bound.pages)
            bound.pages.extend(source.pages)
            if number:
                _untag(bound.pages[begin:])
        trees.append((source, bound.pages[first : first + len(source.pages)]))
    _tagged(bound, trees)
    _described(bound, sources[leaves[0].pdf], title)
    with bound.open_outline() as outline:
        outline.root.extend(OutlineItem(name, page) for name, page in marks)
    made = BytesIO()
    bound.save(made, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


def _tagged(bound: Pdf, trees: Iterable[tuple[Pdf, Sequence]]) -> None:
    """One structure tree over all of them. Each tree's numbers and names are shifted past those before it."""
    root = bound.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    numbers, names, shift = Array(), [], 0
    for count, (source, pages) in enumerate(trees):
        tree = bound.copy_foreign(source.Root.StructTreeRoot)
        if count == 0 and Name.RoleMap in tree:
            root.RoleMap = tree.RoleMap
        parents = tree.ParentTree.Nums
        for at in range(0, len(parents), 2):
            numbers.extend([int(parents[at]) + shift, parents[at + 1]])
        for spot in _spots(pages):
            key = Name.StructParents if Name.StructParents in spot else Name.StructParent
            spot[key] = int(spot[key]) + shift
        shift += 1 + max(int(parents[at]) for at in range(0, len(parents), 2))
        names.extend(_renamed(tree, f"{count}."))
        for child in tree.K if isinstance(tree.K, Array) else [tree.K]:
            child.P = root
            root.K.append(child)
    root.ParentTree = bound.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = shift
    if names:
        pairs = [part for name, element in sorted(names, key=lambda pair: pair[0]) for part in (String(name), element)]
        ends = Array([pairs[0], pairs[-2]])
        kid = bound.make_indirect(Dictionary(Names=Array(pairs), Limits=ends))
        root.IDTree = bound.make_indirect(Dictionary(Kids=Array([kid])))
    bound.Root.StructTreeRoot = root
    bound.Root.MarkInfo = Dictionary(Marked=True)


def _spots(pages: Sequence) -> Iterator[Dictionary]:
    """What points into the parent tree: pages and their annotations."""
    for page in pages:
        for spot in (page.obj, *page.obj.get(Name.Annots, [])):
            if Name.StructParents in spot or Name.StructParent in spot:
                yield spot


def _renamed(tree: Dictionary, before: str) -> Iterator[tuple[str, Dictionary]]:
    """New name and element of every element that has one: names are unique in a document, and table cells use them."""
    named = list(_values(tree.get(Name.IDTree, Dictionary())))
    for each in named:
        each.ID = String(before + str(each.ID))
        yield str(each.ID), each
    for table in {each.objgen: each for each in map(_table, named) if each is not None}.values():
        for cell in (cell for row in _inside(table) for cell in _inside(row)):
            attributes = cell.get(Name.A, [])
            for attribute in attributes if isinstance(attributes, Array) else [attributes]:
                if Name.Headers in attribute:
                    attribute.Headers = Array([String(before + str(name)) for name in attribute.Headers])


def _values(tree: Dictionary) -> Iterator[Dictionary]:
    """The values of a name tree."""
    yield from list(tree.get(Name.Names, []))[1::2]
    for kid in tree.get(Name.Kids, []):
        yield from _values(kid)


def _table(element: Dictionary) -> Dictionary | None:
    """The table that an element stands in."""
    while Name.P in element and element.get(Name.S) != Name.Table:
        element = element.P
    return element if element.get(Name.S) == Name.Table else None


def _inside(element: Dictionary) -> Iterator[Dictionary]:
    """An element's rows or cells; those of a table's head and body, too."""
    children = element.get(Name.K, [])
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, Dictionary) and child.get(Name.S) in (Name.THead, Name.TBody, Name.TFoot):
            yield from _inside(child)
        elif isinstance(child, Dictionary) and Name.S in child:
            yield child


def _untag(pages: Sequence) -> None:
    for page in pages:
        for key in (Name.StructParents, Name.Annots):
            if key in page.obj:
                del page.obj[key]


def _described(bound: Pdf, first: Pdf, title: str) -> None:
    """Language, title and standard, as the first one says them."""
    bound.Root.Lang = str(first.Root.Lang)
    bound.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with first.open_metadata() as given:
        said = {key: given[key] for key in ("xmp:CreateDate", "xmp:ModifyDate", "pdfuaid:part") if key in given}
    bound.docinfo[Name.Title] = title
    with bound.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        for key, value in said.items():
            metadata[key] = value
