"""Which commands stand in a menu inside a menu, so that none grows longer than the eye can take in.

A command that is not named here stands in its menu itself.
"""

from PySide6.QtCore import QCoreApplication

from abcstudio.ui.window.pages import PAGE_IDS

SUBMENUS: dict[str, tuple[str, ...]] = {
    "file.export": (
        "file.export_score",
        "file.export_book",
        "file.copy_score",
        "file.export_midi",
        "file.export_musicxml",
        "file.export_wav",
        "file.export_all_sound",
        "file.export_set_abc",
        "file.export_set_pdf",
        "file.export_set_midi",
    ),
    "file.datasets": (
        "datasets.add_file",
        "datasets.add_folder",
        "datasets.catalogue",
        "datasets.combine",
        "datasets.change_combination",
        "datasets.copy_tunes",
        "datasets.copy_rows",
        "datasets.export_tunes",
        "datasets.export_book",
        "datasets.export_sound",
        "datasets.export_cleaned",
        "datasets.export_charts",
        "datasets.export_figures",
    ),
    "edit.writing": (
        "edit.complete",
        "edit.insert",
        "edit.keep_snippet",
        "edit.toggle_comment",
        "edit.matching_bracket",
        "edit.close_brackets",
    ),
    "edit.melody": (
        "edit.find_melody",
        "datasets.play_melody",
        "datasets.find_recording",
        "datasets.hear_melody",
        "datasets.clear_melody",
        "datasets.play_place",
        "datasets.next_place",
        "datasets.open_found",
        "datasets.relatives",
        "datasets.where_else",
    ),
    "train.health": (
        "datasets.health",
        "datasets.fix",
        "datasets.fix_kind",
        "datasets.fix_all",
        "datasets.duplicates",
        "datasets.leave_out",
        "datasets.prepare",
        "datasets.open_steps",
        "datasets.save_steps",
        "datasets.train_prepared",
    ),
    "train.marks": ("datasets.star", "datasets.tag", "datasets.exclude"),
    "train.curve": ("training.whole_curve", "training.save_curve"),
    "train.models": ("model.card", "training.card", "model.import", "model.bring_back"),
    "train.sweeps": ("training.sweep", "training.pause_sweep"),
    "tune.compose": (
        "tune.compose",
        "tune.compose_again",
        "tune.compose_from_opening",
        "tune.compose_best",
        "tune.stop_composing",
        "tune.keep",
        "tune.audition",
        "tune.audition_before",
        "tune.compare_takes",
        "tune.next",
        "tune.previous",
        "tune.look_inside",
        "tune.play_opening",
        "tune.clear_opening",
    ),
    "tune.known": (
        "tune.newness",
        "tune.next_shared",
        "tune.play_shared",
        "tune.play_known",
        "tune.open_known",
        "tune.where_else",
        "tune.relatives",
    ),
    "tune.change": (
        "tune.transpose",
        "tune.transpose_up",
        "tune.transpose_down",
        "tune.transpose_octave_up",
        "tune.transpose_octave_down",
        "tune.halve_lengths",
        "tune.double_lengths",
        "tune.unit_note_length",
        "tune.measures_per_line",
        "tune.modern_line_breaks",
    ),
    "tune.measures": (
        "tune.move_measures_left",
        "tune.move_measures_right",
        "tune.duplicate_measures",
        "tune.delete_measures",
        "tune.rewrite_measures",
        "tune.previous_version",
        "tune.more_versions",
        "tune.keep_version",
        "tune.drop_versions",
        "tune.vary_phrase",
        "tune.vary_repeat",
        "tune.compose_on",
        "tune.add_measures",
        "tune.compose_ending",
        "tune.compose_part",
    ),
    "tune.order": (
        "tune.move_up",
        "tune.move_down",
        "tune.renumber",
        "tune.sort_by_title",
        "tune.sort_by_number",
    ),
    "tune.book": (
        "tune.keep_in_book",
        "tune.new_set",
        "tune.play_set",
        "tune.set_times",
        "tune.kept_up",
        "tune.kept_down",
        "tune.rename_kept",
        "tune.remove_kept",
        "tune.open_kept",
        "tune.renumber_book",
    ),
    "note.accidental": ("note.sharp", "note.natural", "note.flat", "note.as_key"),
    "note.value": (
        "note.length_1",
        "note.length_2",
        "note.length_4",
        "note.length_8",
        "note.length_16",
        "note.length_32",
    ),
    "play.loop": ("play.loop", "play.loop_start", "play.loop_end"),
    "play.tempo": ("play.slower", "play.faster", "play.written_tempo"),
    "play.midi": ("play.midi_keyboard", "play.midi_output"),
    "view.go": (
        *(f"view.{page_id}" for page_id in PAGE_IDS),
        "view.next_tab",
        "view.previous_tab",
        "view.next_pane",
        "view.previous_pane",
        "view.next_tune",
        "view.previous_tune",
    ),
    "view.grouping": (
        "datasets.group_none",
        "datasets.group_rhythm",
        "datasets.group_meter",
        "datasets.group_key",
        "datasets.group_origin",
        "datasets.group_file",
        "datasets.fold_groups",
        "datasets.unfold_groups",
    ),
    "view.colours": ("view.theme_system", "view.theme_light", "view.theme_dark"),
    "view.score": (
        "view.score_larger",
        "view.score_smaller",
        "view.score_fit",
        "view.score_lines",
    ),
    "view.text": (
        "view.encoding",
        "datasets.encoding",
        "view.authors",
        "view.explain",
        "view.show_folder",
    ),
    "view.reading": ("view.read_note", "view.announce_notes"),
}
"""The commands of each submenu; its name begins with the menu that it stands in."""

FIRST = ("tune.compose", "tune.change", "tune.measures")
"""Submenus at the top of their menu; the others stand where their first command would."""

_SUBMENU_OF = {
    action_id: submenu for submenu, action_ids in SUBMENUS.items() for action_id in action_ids
}


def submenu_of(action_id: str) -> str:
    """Return the submenu that a command stands in, "" for none."""
    return _SUBMENU_OF.get(action_id, "")


def submenu_title(submenu: str) -> str:
    """Return a submenu's title in the window's language."""
    titles = {
        "file.export": QCoreApplication.translate("Submenus", "&Export"),
        "file.datasets": QCoreApplication.translate("Submenus", "&Datasets"),
        "edit.writing": QCoreApplication.translate("Submenus", "&Writing"),
        "edit.melody": QCoreApplication.translate("Submenus", "Find by &melody"),
        "train.health": QCoreApplication.translate("Submenus", "&Health and corpus"),
        "train.marks": QCoreApplication.translate("Submenus", "Mar&ks of tunes"),
        "train.curve": QCoreApplication.translate("Submenus", "Cur&ve"),
        "train.models": QCoreApplication.translate("Submenus", "Mod&els"),
        "train.sweeps": QCoreApplication.translate("Submenus", "Varia&nts of a network"),
        "tune.compose": QCoreApplication.translate("Submenus", "&Compose"),
        "tune.known": QCoreApplication.translate("Submenus", "Known t&unes"),
        "tune.change": QCoreApplication.translate("Submenus", "C&hange"),
        "tune.measures": QCoreApplication.translate("Submenus", "&Measures"),
        "tune.order": QCoreApplication.translate("Submenus", "&Order of the tunes"),
        "tune.book": QCoreApplication.translate("Submenus", "Tune&book"),
        "note.accidental": QCoreApplication.translate("Submenus", "&Accidental"),
        "note.value": QCoreApplication.translate("Submenus", "Note &value"),
        "play.loop": QCoreApplication.translate("Submenus", "&Loop"),
        "play.tempo": QCoreApplication.translate("Submenus", "&Tempo"),
        "play.midi": QCoreApplication.translate("Submenus", "M&IDI"),
        "view.go": QCoreApplication.translate("Submenus", "&Go to"),
        "view.grouping": QCoreApplication.translate("Submenus", "Groups of &tunes"),
        "view.colours": QCoreApplication.translate("Submenus", "C&olours"),
        "view.score": QCoreApplication.translate("Submenus", "&Score"),
        "view.text": QCoreApplication.translate("Submenus", "Te&xt"),
        "view.reading": QCoreApplication.translate("Submenus", "Readi&ng aloud"),
    }
    return titles[submenu]
