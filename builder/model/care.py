"""What each line of business does for this diagnosis: the `care` block."""

from builder.model.record import Line, Many, Record, Several, Some, Text
from builder.model.vocabulary import Contractor, Discipline


class Work(Record):
    """Who does what for this diagnosis."""

    discipline: Discipline
    does: Text
    """What this discipline does for this diagnosis; nothing that fits any other week."""


class HomeHealth(Record):
    """The right patients for Medicare home health."""

    who: Many[Text]
    """Patients to think of, as seen in a chart or a room."""
    homebound_example: Text
    """A made-up, plain example of the homebound test, both criteria, for this diagnosis."""
    skilled_need: Several[Text]
    """What takes a nurse or therapist, for this diagnosis."""
    disciplines: Several[Work]
    chart_this: Several[Text]
    """What the practice writes in the chart, in its own words, where it is true."""
    goals: Several[Text]
    """What the plan of care works toward; aims, not promises."""


class Guideline(Record):
    """What one contractor's LCD says; a guide, never a verdict."""

    contractor: Contractor
    lcd: Line
    """Its number, for example L34538."""
    says: Text
    """What it says of this diagnosis, with a citation of the LCD itself."""


class Hospice(Record):
    """A conversation, never a verdict."""

    appropriate: Text
    """When a hospice conversation fits this diagnosis."""
    cues: Several[Text]
    """What a clinician may see that makes an evaluation worth asking for, with citation."""
    guideline: Some[Guideline]
    """One entry for each contractor whose text was read."""
    disciplines: tuple[Work, ...] = ()
    """Who does what; wanted where hospice leads the week."""
    say: Text
    """What to say to a clinician or family, in the liaison's words."""


class PrivateDuty(Record):
    """Every week has this angle."""

    adl: Several[Text]
    """Help with bathing, dressing, eating, toileting, transferring or walking, as this diagnosis makes it hard."""
    iadl: Several[Text]
    """Help with meals, medicine reminders, shopping, housework, rides or money, as this diagnosis makes it hard."""
    caregiver_relief: Text
    """What the family gets back."""
    say: Text
    """What to say to a family or a source, in the liaison's words."""


class Care(Record):
    """A block for each line of business that has something to offer this week."""

    home_health: HomeHealth | None = None
    hospice: Hospice | None = None
    private_duty: PrivateDuty
