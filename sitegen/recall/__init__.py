"""Results of pure functions of the data, remembered by what each of them read."""

from sitegen.recall.recall import Known, Recall, Recalled, results

__all__ = ["Known", "Recall", "Recalled", "results"]
