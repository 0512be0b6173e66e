"""A brand's color made fit for print: dark enough to read, and its pale tint."""

import colorsys

ENOUGH = 4.5
"""WCAG's contrast for text. It holds both ways round: the color on paper, and white on the color."""

STEP = 1 / 256


def readable(color: str) -> str:
    """`#rrggbb`, as it is or darkened in its own hue until it has 4.5:1 with its own tint, and so with white."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(color))
    while contrast(color, tint(color)) < ENOUGH:
        lightness -= STEP
        color = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return color.lower()


def tint(color: str, share: float = 0.09) -> str:
    """The color thinned with white: `share` of it is left."""
    return _hex(tuple(1 - share * (1 - channel) for channel in _channels(color)))


def gray(color: str) -> str:
    """The gray of the same lightness, as a copier would make it. Takes `#rgb`, too."""
    if len(color) == 4:
        color = "#" + "".join(2 * digit for digit in color[1:])
    light = _luminance(color)
    channel = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return _hex((channel,) * 3)


def contrast(color: str, paper: str = "#ffffff") -> float:
    """WCAG's contrast ratio, 1 to 21."""
    dark, light = sorted((_luminance(color), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(color: str) -> tuple[float, ...]:
    return tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)
