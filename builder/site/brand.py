"""An agency's color as the site uses it: its hue, made dark or light enough to be read on the scheme's grounds."""

import colorsys

from builder.handouts.color import contrast

PAPER, NIGHT = "#fbfaf7", "#1a2427"
"""The darkest ground of the light scheme and the lightest of the dark one, as in `content/assets/roadmap.css`."""
BY_DAY, BY_NIGHT = 4.5, 7.0
"""Contrast. WCAG asks for 4.5; thin light letters on a dark ground want more."""


def stylesheet(primary: str) -> str:
    """CSS with the color for both schemes. `primary` is `#rrggbb`."""
    light, dark = readable(primary, PAPER, BY_DAY, -1), readable(primary, NIGHT, BY_NIGHT, +1)
    return (
        f":root{{--rr-brand:{light};--rr-mark:{light};--rr-on-brand:#fff}}\n"
        f'[data-md-color-scheme="slate"]{{--rr-brand:{dark};--rr-on-brand:#10181a}}\n'
    )


def readable(color: str, ground: str, enough: float, way: int) -> str:
    """The color, its lightness moved by as few percent as it takes; `way` is -1 for darker, 1 for lighter."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(color[1:])))
    steps = (min(max(lightness + way * percent / 100, 0), 1) for percent in range(101))
    shades = (_written(colorsys.hls_to_rgb(hue, step, saturation)) for step in steps)
    return next(shade for shade in shades if contrast(shade, ground) >= enough)


def _written(channels: tuple[float, ...]) -> str:
    return "#" + bytes(round(255 * channel) for channel in channels).hex()
