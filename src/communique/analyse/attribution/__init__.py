"""Attribution: who says, thinks or wants what, as spans of source, cue and content."""
