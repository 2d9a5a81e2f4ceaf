<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BookDialog</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %Ln that cannot be drawn: {0}</source>
        <translation>
            <numerusform>Without %Ln that cannot be drawn: {0}</numerusform>
            <numerusform>Without %Ln that cannot be drawn: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookRows</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundedTextEdit</name>
    <message numerus="yes">
        <source>Nothing was changed: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</source>
        <translation>
            <numerusform>Nothing was changed: a line of more than %Ln character is too long to edit here. Break it into shorter lines first.</numerusform>
            <numerusform>Nothing was changed: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was pasted: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</source>
        <translation>
            <numerusform>Nothing was pasted: a line of more than %Ln character is too long to edit here. Break it into shorter lines first.</numerusform>
            <numerusform>Nothing was pasted: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CleanedExport</name>
    <message numerus="yes">
        <source>%Ln tunes are written to {0}.</source>
        <translation>
            <numerusform>%Ln tune is written to {0}.</numerusform>
            <numerusform>%Ln tunes are written to {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n texts are not saved.</source>
        <translation>
            <numerusform>%n text is not saved.</numerusform>
            <numerusform>%n texts are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n texts</source>
        <translation>
            <numerusform>&amp;Save %n text</numerusform>
            <numerusform>&amp;Save %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>Ranges, forms and measures follow: {0} of %Ln tunes are read.</source>
        <translation>
            <numerusform>Ranges, forms and measures follow: {0} of %Ln tune is read.</numerusform>
            <numerusform>Ranges, forms and measures follow: {0} of %Ln tunes are read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message numerus="yes">
        <source>%Ln more notes are needed; eight or more find the tune that you mean.</source>
        <translation>
            <numerusform>%Ln more note is needed; eight or more find the tune that you mean.</numerusform>
            <numerusform>%Ln more notes are needed; eight or more find the tune that you mean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} of %Ln tune</numerusform>
            <numerusform>{0} of %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixSession</name>
    <message numerus="yes">
        <source>%Ln problems are fixed.</source>
        <translation>
            <numerusform>%Ln problem is fixed.</numerusform>
            <numerusform>%Ln problems are fixed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay: their fixes would not help here.</source>
        <translation>
            <numerusform>%Ln stays: its fix would not help here.</numerusform>
            <numerusform>%Ln stay: their fixes would not help here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These fixes removed %Ln other problems too.</source>
        <translation>
            <numerusform>These fixes removed %Ln other problem too.</numerusform>
            <numerusform>These fixes removed %Ln other problems too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldedOptions</name>
    <message numerus="yes">
        <source>More options (%Ln set)</source>
        <translation>
            <numerusform>More options (%Ln set)</numerusform>
            <numerusform>More options (%Ln set)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPresenter</name>
    <message numerus="yes">
        <source>{0}, %Ln tunes</source>
        <translation>
            <numerusform>{0}, %Ln tune</numerusform>
            <numerusform>{0}, %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingInCommands</name>
    <message numerus="yes">
        <source>{0} holds %Ln answers. Give it to your teacher.</source>
        <translation>
            <numerusform>{0} holds %Ln answer. Give it to your teacher.</numerusform>
            <numerusform>{0} holds %Ln answers. Give it to your teacher.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPresenter</name>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes changed</source>
        <translation>
            <numerusform>%Ln tune changed</numerusform>
            <numerusform>%Ln tunes changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes stay as they are: their fixes would change the music.</source>
        <translation>
            <numerusform>%Ln tune stays as it is: its fixes would change the music.</numerusform>
            <numerusform>%Ln tunes stay as they are: their fixes would change the music.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln tunes are well</source>
        <translation>
            <numerusform>%Ln tune is well</numerusform>
            <numerusform>All %Ln tunes are well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>Fix all %Ln of this kind</source>
        <translation>
            <numerusform>Fix %Ln of this kind</numerusform>
            <numerusform>Fix all %Ln of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} of %Ln tune</numerusform>
            <numerusform>{0} of %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectionPanel</name>
    <message numerus="yes">
        <source>Only the first %Ln characters were read.</source>
        <translation>
            <numerusform>Only the first %Ln character was read.</numerusform>
            <numerusform>Only the first %Ln characters were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepToPanel</name>
    <message numerus="yes">
        <source>More wishes (%Ln set)</source>
        <translation>
            <numerusform>More wishes (%Ln set)</numerusform>
            <numerusform>More wishes (%Ln set)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastText</name>
    <message numerus="yes">
        <source>%n files that were open last cannot be read: {0}.</source>
        <translation>
            <numerusform>%n file that was open last cannot be read: {0}.</numerusform>
            <numerusform>%n files that were open last cannot be read: {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksCommands</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln takes holds a tune.</source>
        <translation>
            <numerusform>The %Ln take holds no tune.</numerusform>
            <numerusform>None of %Ln takes holds a tune.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginFold</name>
    <message numerus="yes">
        <source>… %Ln more lines</source>
        <translation>
            <numerusform>… %Ln more line</numerusform>
            <numerusform>… %Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeSettings</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message numerus="yes">
        <source>Preparing: {0} of %Ln tunes</source>
        <translation>
            <numerusform>Preparing: {0} of %Ln tune</numerusform>
            <numerusform>Preparing: {0} of %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%Ln sheets</source>
        <translation>
            <numerusform>%Ln sheet</numerusform>
            <numerusform>%Ln sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} of %Ln tune</numerusform>
            <numerusform>{0} of %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>%n texts are thrown away. They can be had back from {0} for {1} days.</source>
        <translation>
            <numerusform>%n text is thrown away. It can be had back from {0} for {1} days.</numerusform>
            <numerusform>%n texts are thrown away. They can be had back from {0} for {1} days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts were not saved. Their copies are from {0}.</source>
        <translation>
            <numerusform>%n text was not saved. Its copy is from {0}.</numerusform>
            <numerusform>%n texts were not saved. Their copies are from {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message numerus="yes">
        <source>{0} of %Ln runs</source>
        <translation>
            <numerusform>{0} of %Ln run</numerusform>
            <numerusform>{0} of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>The expression cannot be read after %Ln characters: {0}.</source>
        <translation>
            <numerusform>The expression cannot be read after %Ln character: {0}.</numerusform>
            <numerusform>The expression cannot be read after %Ln characters: {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message numerus="yes">
        <source>%Ln files are written to {0}.</source>
        <translation>
            <numerusform>%Ln file is written to {0}.</numerusform>
            <numerusform>%Ln files are written to {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of these names are in {0} already.</source>
        <translation>
            <numerusform>%Ln file of these names is in {0} already.</numerusform>
            <numerusform>%Ln files of these names are in {0} already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes could not be written: {0}</source>
        <translation>
            <numerusform>%Ln tune could not be written: {0}</numerusform>
            <numerusform>%Ln tunes could not be written: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes have notes that the instrument lacks.</source>
        <translation>
            <numerusform>%Ln tune has notes that the instrument lacks.</numerusform>
            <numerusform>%Ln tunes have notes that the instrument lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>All %Ln tunes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln tunes; what was written stays.</source>
        <translation>
            <numerusform>Stopped after %Ln tune; what was written stays.</numerusform>
            <numerusform>Stopped after %Ln tunes; what was written stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceChangeNotice</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files</source>
        <translation>
            <numerusform>%Ln other file</numerusform>
            <numerusform>%Ln other files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePresenter</name>
    <message numerus="yes">
        <source>The filter hides %Ln tunes of {0}.</source>
        <translation>
            <numerusform>The filter hides %Ln tune of {0}.</numerusform>
            <numerusform>The filter hides %Ln tunes of {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceRemarks</name>
    <message numerus="yes">
        <source>%Ln other files were not read: they hold no tunes, as far as can be told.</source>
        <translation>
            <numerusform>%Ln other file was not read: it holds no tunes, as far as can be told.</numerusform>
            <numerusform>%Ln other files were not read: they hold no tunes, as far as can be told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsForm</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message numerus="yes">
        <source>The same is true of %Ln more files of its folder.</source>
        <translation>
            <numerusform>The same is true of %Ln more file of its folder.</numerusform>
            <numerusform>The same is true of %Ln more files of its folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message numerus="yes">
        <source>%Ln networks, one after another</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks, one after another</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message numerus="yes">
        <source>All networks have ended: %Ln of them</source>
        <translation>
            <numerusform>All networks have ended: %Ln of them</numerusform>
            <numerusform>All networks have ended: %Ln of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeHistory</name>
    <message numerus="yes">
        <source>%Ln takes are off the list.</source>
        <translation>
            <numerusform>%Ln take is off the list.</numerusform>
            <numerusform>%Ln takes are off the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged entries in the history of takes: %Ln.</source>
        <translation>
            <numerusform>Damaged entries in the history of takes: %Ln.</numerusform>
            <numerusform>Damaged entries in the history of takes: %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message numerus="yes">
        <source>%Ln measures</source>
        <translation>
            <numerusform>%Ln measure</numerusform>
            <numerusform>%Ln measures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingOutCommands</name>
    <message numerus="yes">
        <source>%Ln tunes are on the clipboard.</source>
        <translation>
            <numerusform>%Ln tune is on the clipboard.</numerusform>
            <numerusform>%Ln tunes are on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message numerus="yes">
        <source>Training ended by itself at step {0}, after {1}: in the last %Ln evaluations the held-out tunes gained nothing. The best network, with a validation loss of {2}, is kept. {3}</source>
        <translation>
            <numerusform>Training ended by itself at step {0}, after {1}: in the last %Ln evaluation the held-out tunes gained nothing. The best network, with a validation loss of {2}, is kept. {3}</numerusform>
            <numerusform>Training ended by itself at step {0}, after {1}: in the last %Ln evaluations the held-out tunes gained nothing. The best network, with a validation loss of {2}, is kept. {3}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransposeDialog</name>
    <message numerus="yes">
        <source>with %Ln flats</source>
        <translation>
            <numerusform>with %Ln flat</numerusform>
            <numerusform>with %Ln flats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln sharps</source>
        <translation>
            <numerusform>with %Ln sharp</numerusform>
            <numerusform>with %Ln sharps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneBrowser</name>
    <message numerus="yes">
        <source>Train on %Ln selected tunes</source>
        <translation>
            <numerusform>Train on %Ln selected tune</numerusform>
            <numerusform>Train on %Ln selected tunes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train on these %Ln tunes</source>
        <translation>
            <numerusform>Train on %Ln tune</numerusform>
            <numerusform>Train on these %Ln tunes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} of %Ln tune</numerusform>
            <numerusform>{0} of %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneCommandsHere</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln tune</numerusform>
            <numerusform>%Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneExport</name>
    <message numerus="yes">
        <source>%Ln tunes are written to {0}.</source>
        <translation>
            <numerusform>%Ln tune is written to {0}.</numerusform>
            <numerusform>%Ln tunes are written to {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln MusicXML files…</source>
        <translation>
            <numerusform>Writing %Ln MusicXML file…</numerusform>
            <numerusform>Writing %Ln MusicXML files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TunePreview</name>
    <message numerus="yes">
        <source>%Ln measures</source>
        <translation>
            <numerusform>%Ln measure</numerusform>
            <numerusform>%Ln measures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneTableModel</name>
    <message numerus="yes">
        <source>{0}: %Ln tunes</source>
        <translation>
            <numerusform>{0}: %Ln tune</numerusform>
            <numerusform>{0}: %Ln tunes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TunebookPresenter</name>
    <message numerus="yes">
        <source>%Ln sets are dissolved.</source>
        <translation>
            <numerusform>%Ln set is dissolved.</numerusform>
            <numerusform>%Ln sets are dissolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are a set in the tunebook.</source>
        <translation>
            <numerusform>%Ln tune is a set in the tunebook.</numerusform>
            <numerusform>%Ln tunes are a set in the tunebook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are kept in the tunebook.</source>
        <translation>
            <numerusform>%Ln tune is kept in the tunebook.</numerusform>
            <numerusform>%Ln tunes are kept in the tunebook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are removed from the tunebook.</source>
        <translation>
            <numerusform>%Ln tune is removed from the tunebook.</numerusform>
            <numerusform>%Ln tunes are removed from the tunebook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln tunes are in the tunebook already.</source>
        <translation>
            <numerusform>This %Ln tune is in the tunebook already.</numerusform>
            <numerusform>These %Ln tunes are in the tunebook already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnreadRuns</name>
    <message numerus="yes">
        <source>%Ln runs cannot be read</source>
        <translation>
            <numerusform>%Ln run cannot be read</numerusform>
            <numerusform>%Ln runs cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyNonePanel</name>
    <message numerus="yes">
        <source>No tune of %Ln fits</source>
        <translation>
            <numerusform>No tune of %Ln fits</numerusform>
            <numerusform>No tune of %Ln fits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: %Ln tunes</source>
        <translation>
            <numerusform>{0}: %Ln tune</numerusform>
            <numerusform>{0}: %Ln tunes</numerusform>
        </translation>
    </message>
</context>
</TS>
