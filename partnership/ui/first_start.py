"""The first start: nothing was ever built, so the sample is, in a thread of its own.

Streamlit stops a session's thread when its page is reloaded, and would stop the build with it.
"""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import streamlit as st

from partnership import builds, settings
from partnership.labels import shell as words

A_MOMENT = 0.2  # seconds between two looks at how far it is


class SampleBuild:
    """The sample on its way into one folder of builds, for every session that waits for it."""

    def __init__(self, folder: Path) -> None:
        self.step, self.share = "", 0.0
        self.future = ThreadPoolExecutor(1).submit(
            builds.build, [settings.SAMPLE], builds=folder, progress=self._note
        )

    def _note(self, step: str, share: float) -> None:
        self.step, self.share = step, min(max(share, 0.0), 1.0)


@st.cache_resource(show_spinner=False)
def _sample_build(folder: str) -> SampleBuild:
    return SampleBuild(Path(folder))


def built_sample() -> builds.Build:
    """The build of the sample, once it is there; shows how far it is. Raises what building does."""
    making = _sample_build(str(settings.BUILDS))
    place = st.empty()
    with place.status(words.PREPARING_SAMPLE):
        bar = st.progress(0.0)
        while wait([making.future], timeout=A_MOMENT).not_done:
            bar.progress(making.share, text=making.step)
    place.empty()
    # Kept no longer than it takes: after a failure the next session tries again.
    _sample_build.clear(str(settings.BUILDS))
    return making.future.result()
