"""Other words that people type for a command than those of its menu."""

from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP, translated

_CONTEXT = "CommandSynonyms"

SYNONYMS = {
    "datasets.add_file": QT_TRANSLATE_NOOP("CommandSynonyms", "import open source collection"),
    "datasets.add_folder": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "import directory source collection"
    ),
    "datasets.catalogue": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "internet online session collection get"
    ),
    "datasets.exclude": QT_TRANSLATE_NOOP("CommandSynonyms", "ignore skip hide exclude"),
    "datasets.export_book": QT_TRANSLATE_NOOP("CommandSynonyms", "pdf print paper"),
    "datasets.find_recording": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "audio identify recognize listen microphone"
    ),
    "datasets.health": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "duplicates errors mistakes health check clean fix repair broken"
    ),
    "datasets.relatives": QT_TRANSLATE_NOOP("CommandSynonyms", "similar variants versions"),
    "datasets.star": QT_TRANSLATE_NOOP("CommandSynonyms", "favourite favorite like bookmark"),
    "datasets.tag": QT_TRANSLATE_NOOP("CommandSynonyms", "label category"),
    "edit.find_melody": QT_TRANSLATE_NOOP("CommandSynonyms", "search notes whistle hum identify"),
    "edit.insert": QT_TRANSLATE_NOOP("CommandSynonyms", "snippet add"),
    "edit.redo": QT_TRANSLATE_NOOP("CommandSynonyms", "repeat"),
    "edit.replace": QT_TRANSLATE_NOOP("CommandSynonyms", "substitute exchange"),
    "edit.toggle_comment": QT_TRANSLATE_NOOP("CommandSynonyms", "comment"),
    "edit.undo": QT_TRANSLATE_NOOP("CommandSynonyms", "revert back mistake"),
    "file.copy_score": QT_TRANSLATE_NOOP("CommandSynonyms", "image screenshot"),
    "file.export_midi": QT_TRANSLATE_NOOP("CommandSynonyms", "save convert"),
    "file.export_musicxml": QT_TRANSLATE_NOOP("CommandSynonyms", "xml musescore finale sibelius"),
    "file.export_score": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "pdf svg png image sheet music notation"
    ),
    "file.export_words": QT_TRANSLATE_NOOP("CommandSynonyms", "lyrics verses song text"),
    "file.export_wav": QT_TRANSLATE_NOOP("CommandSynonyms", "audio wav mp3 flac ogg record"),
    "file.new_from_template": QT_TRANSLATE_NOOP("CommandSynonyms", "jig reel waltz song"),
    "file.preferences": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "settings options configuration language font theme"
    ),
    "file.print": QT_TRANSLATE_NOOP("CommandSynonyms", "paper printer pdf"),
    "file.print_preview": QT_TRANSLATE_NOOP("CommandSynonyms", "paper sheet pages"),
    "file.quit": QT_TRANSLATE_NOOP("CommandSynonyms", "exit leave end"),
    "file.recover": QT_TRANSLATE_NOOP("CommandSynonyms", "restore crash lost"),
    "help.about": QT_TRANSLATE_NOOP("CommandSynonyms", "version licence license author"),
    "help.first_steps": QT_TRANSLATE_NOOP("CommandSynonyms", "tutorial start begin guide"),
    "help.here": QT_TRANSLATE_NOOP("CommandSynonyms", "manual documentation"),
    "help.keys": QT_TRANSLATE_NOOP("CommandSynonyms", "shortcuts hotkeys"),
    "learn.check": QT_TRANSLATE_NOOP("CommandSynonyms", "run test submit"),
    "learn.report": QT_TRANSLATE_NOOP("CommandSynonyms", "document homework"),
    "model.card": QT_TRANSLATE_NOOP("CommandSynonyms", "network checkpoint"),
    "note.dot": QT_TRANSLATE_NOOP("CommandSynonyms", "dotted"),
    "note.longer": QT_TRANSLATE_NOOP("CommandSynonyms", "length duration"),
    "note.remove": QT_TRANSLATE_NOOP("CommandSynonyms", "delete erase"),
    "note.rest": QT_TRANSLATE_NOOP("CommandSynonyms", "pause silence"),
    "note.shorter": QT_TRANSLATE_NOOP("CommandSynonyms", "length duration"),
    "note.tie": QT_TRANSLATE_NOOP("CommandSynonyms", "slur bind"),
    "play.count_in": QT_TRANSLATE_NOOP("CommandSynonyms", "bar click beat"),
    "play.faster": QT_TRANSLATE_NOOP("CommandSynonyms", "tempo speed quick quicker bpm"),
    "play.interpretation": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "chord accompaniment backing drums drone swing ornaments"
    ),
    "play.loop": QT_TRANSLATE_NOOP("CommandSynonyms", "repeat again"),
    "play.metronome": QT_TRANSLATE_NOOP("CommandSynonyms", "click beat"),
    "play.practice": QT_TRANSLATE_NOOP("CommandSynonyms", "exercise learn rehearse"),
    "play.slower": QT_TRANSLATE_NOOP("CommandSynonyms", "tempo speed slow bpm"),
    "play.toggle": QT_TRANSLATE_NOOP("CommandSynonyms", "pause hear listen start"),
    "play.voices": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "volume loud louder quieter mute solo mixer instrument"
    ),
    "play.written_tempo": QT_TRANSLATE_NOOP("CommandSynonyms", "speed reset normal"),
    "training.delete": QT_TRANSLATE_NOOP("CommandSynonyms", "remove erase"),
    "training.pause": QT_TRANSLATE_NOOP("CommandSynonyms", "interrupt wait"),
    "training.resume": QT_TRANSLATE_NOOP("CommandSynonyms", "continue"),
    "training.runs": QT_TRANSLATE_NOOP("CommandSynonyms", "compare history experiments"),
    "training.start": QT_TRANSLATE_NOOP("CommandSynonyms", "begin learn network"),
    "tune.add_measures": QT_TRANSLATE_NOOP("CommandSynonyms", "bars extend"),
    "tune.audition": QT_TRANSLATE_NOOP("CommandSynonyms", "listen play"),
    "tune.compare_takes": QT_TRANSLATE_NOOP("CommandSynonyms", "difference diff"),
    "tune.compose": QT_TRANSLATE_NOOP("CommandSynonyms", "generate create write make sample"),
    "tune.compose_best": QT_TRANSLATE_NOOP("CommandSynonyms", "jury good quality"),
    "tune.compose_ending": QT_TRANSLATE_NOOP("CommandSynonyms", "finish end"),
    "tune.compose_on": QT_TRANSLATE_NOOP("CommandSynonyms", "continue complete"),
    "tune.compose_part": QT_TRANSLATE_NOOP("CommandSynonyms", "section"),
    "tune.delete": QT_TRANSLATE_NOOP("CommandSynonyms", "remove erase"),
    "tune.delete_measures": QT_TRANSLATE_NOOP("CommandSynonyms", "delete remove bars"),
    "tune.duplicate": QT_TRANSLATE_NOOP("CommandSynonyms", "copy clone"),
    "tune.duplicate_measures": QT_TRANSLATE_NOOP("CommandSynonyms", "copy duplicate bars"),
    "tune.enter_notes": QT_TRANSLATE_NOOP("CommandSynonyms", "input type write"),
    "tune.fix_all": QT_TRANSLATE_NOOP("CommandSynonyms", "repair correct errors mistakes"),
    "tune.fix_problem": QT_TRANSLATE_NOOP("CommandSynonyms", "repair correct error mistake"),
    "tune.keep": QT_TRANSLATE_NOOP("CommandSynonyms", "star favourite favorite"),
    "tune.keep_in_book": QT_TRANSLATE_NOOP("CommandSynonyms", "add save collection repertoire set"),
    "tune.look_inside": QT_TRANSLATE_NOOP(
        "CommandSynonyms", "probabilities activations units network"
    ),
    "tune.measures_per_line": QT_TRANSLATE_NOOP("CommandSynonyms", "bars system layout"),
    "tune.move_measures_left": QT_TRANSLATE_NOOP("CommandSynonyms", "bars"),
    "tune.move_measures_right": QT_TRANSLATE_NOOP("CommandSynonyms", "bars"),
    "tune.new_set": QT_TRANSLATE_NOOP("CommandSynonyms", "medley group gather"),
    "tune.newness": QT_TRANSLATE_NOOP("CommandSynonyms", "original copied plagiarism novelty"),
    "tune.play_set": QT_TRANSLATE_NOOP("CommandSynonyms", "medley"),
    "tune.relatives": QT_TRANSLATE_NOOP("CommandSynonyms", "similar variants versions"),
    "tune.rewrite_measures": QT_TRANSLATE_NOOP("CommandSynonyms", "bars change improve other"),
    "tune.transpose": QT_TRANSLATE_NOOP("CommandSynonyms", "key change higher lower"),
    "tune.transpose_down": QT_TRANSLATE_NOOP("CommandSynonyms", "lower key"),
    "tune.transpose_up": QT_TRANSLATE_NOOP("CommandSynonyms", "higher key"),
    "tune.vary_phrase": QT_TRANSLATE_NOOP("CommandSynonyms", "variation ornament"),
    "view.authors": QT_TRANSLATE_NOOP("CommandSynonyms", "colour color origin"),
    "view.encoding": QT_TRANSLATE_NOOP("CommandSynonyms", "charset unicode utf"),
    "view.focus": QT_TRANSLATE_NOOP("CommandSynonyms", "fullscreen full screen maximize"),
    "view.piano": QT_TRANSLATE_NOOP("CommandSynonyms", "keyboard"),
    "view.problems": QT_TRANSLATE_NOOP("CommandSynonyms", "errors mistakes warnings fix check"),
    "view.read_note": QT_TRANSLATE_NOOP("CommandSynonyms", "speak screen reader"),
    "view.score_larger": QT_TRANSLATE_NOOP("CommandSynonyms", "zoom in bigger"),
    "view.score_smaller": QT_TRANSLATE_NOOP("CommandSynonyms", "zoom out"),
    "view.theme_dark": QT_TRANSLATE_NOOP("CommandSynonyms", "night black mode"),
    "view.theme_light": QT_TRANSLATE_NOOP("CommandSynonyms", "day white mode"),
    "view.tunebook": QT_TRANSLATE_NOOP("CommandSynonyms", "kept sets collection repertoire"),
}


def synonyms_of(action_id: str) -> str:
    """Return other words for a command, in the window's language and in English."""
    english = SYNONYMS.get(action_id, "")
    return f"{translated(_CONTEXT, english)} {english}" if english else ""
