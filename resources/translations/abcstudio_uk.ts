<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk">
<context>
    <name>AbcEditor</name>
    <message>
        <source>ABC text</source>
        <translation>Текст ABC</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>&amp;In the box</source>
        <translation>&amp;У комплекті</translation>
    </message>
    <message>
        <source>&amp;Libraries</source>
        <translation>&amp;Бібліотеки</translation>
    </message>
    <message>
        <source>About ABC Studio</source>
        <translation>Про ABC Studio</translation>
    </message>
    <message>
        <source>Back to the studio</source>
        <translation>Назад до студії</translation>
    </message>
    <message>
        <source>Browse folk tunes, teach a small network to write new ones, edit them, hear them, keep them. Free software under the MIT licence.</source>
        <translation>Переглядайте народні мелодії, навчайте невелику мережу складати нові, редагуйте їх, слухайте, зберігайте. Вільна програма за ліцензією MIT.</translation>
    </message>
    <message>
        <source>Icons: {0}, licence {1}.</source>
        <translation>Піктограми: {0}, ліцензія {1}.</translation>
    </message>
    <message>
        <source>Instruments: {0}, licence {1}.</source>
        <translation>Інструменти: {0}, ліцензія {1}.</translation>
    </message>
    <message>
        <source>Letters: {0}, licence {1}.</source>
        <translation>Шрифти: {0}, ліцензія {1}.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Бібліотеки та їхні ліцензії</translation>
    </message>
    <message>
        <source>The whole account, in English:</source>
        <translation>Докладно, англійською:</translation>
    </message>
    <message>
        <source>Tunes, sounds and icons and their licences</source>
        <translation>Мелодії, звуки, піктограми та їхні ліцензії</translation>
    </message>
    <message>
        <source>Tunes: {0}. The melodies are in the public domain; who wrote each down stands in its Z:.</source>
        <translation>Мелодії: {0}. Самі мелодії є суспільним надбанням; хто записав кожну, сказано в її полі Z:.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>This is for the tune in the Composer: open the chosen tune there.</source>
        <translation>Це для мелодії в Композиції: відкрийте там вибрану мелодію.</translation>
    </message>
</context>
<context>
    <name>AnswerPresenter</name>
    <message>
        <source>Fill the gaps, then check your code.</source>
        <translation>Заповніть пропуски, потім перевірте код.</translation>
    </message>
    <message>
        <source>Hint {0}: {1}</source>
        <translation>Підказка {0}: {1}</translation>
    </message>
    <message>
        <source>Next comes “{0}”.</source>
        <translation>Далі&#xa0;— «{0}».</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Перевірку зупинено.</translation>
    </message>
    <message>
        <source>This lesson has changed since you began it. Your code is as you left it; Start anew brings the new cell, and Undo yours again.</source>
        <translation>Цей урок змінився, відколи його почато. Ваш код лишився, як був: «Почати заново» покаже нову комірку, а «Скасувати зміну» поверне вашу.</translation>
    </message>
    <message>
        <source>Your code runs…</source>
        <translation>Код виконується…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>AuthorCommands</name>
    <message>
        <source>&amp;Who wrote what</source>
        <translation>&amp;Хто що написав</translation>
    </message>
    <message>
        <source>Tint the text by its authors: a model, you, what was pasted or changed</source>
        <translation>Підфарбувати текст за авторами: модель, ви, вставлене чи змінене</translation>
    </message>
</context>
<context>
    <name>AuthorKeeper</name>
    <message>
        <source>Who wrote this text cannot be kept for the next start: {0}</source>
        <translation>Хто писав цей текст, не вдалося зберегти до наступного запуску: {0}</translation>
    </message>
</context>
<context>
    <name>AuthorWords</name>
    <message>
        <source>At the caret: {0}</source>
        <translation>Біля курсора: {0}</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>було раніше</translation>
    </message>
    <message>
        <source>by commands</source>
        <translation>команди</translation>
    </message>
    <message>
        <source>notes on its origin</source>
        <translation>примітки про походження</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>вставлене</translation>
    </message>
    <message>
        <source>you</source>
        <translation>ви</translation>
    </message>
    <message>
        <source>{0} less than 1 %</source>
        <translation>{0} менш як 1&#xa0;%</translation>
    </message>
    <message>
        <source>{0} {1} %</source>
        <translation>{0} {1}&#xa0;%</translation>
    </message>
    <message>
        <source>{0}, take {1}</source>
        <translation>{0}, спроба {1}</translation>
    </message>
</context>
<context>
    <name>AuthorsLine</name>
    <message>
        <source>Who wrote this text</source>
        <translation>Хто написав цей текст</translation>
    </message>
</context>
<context>
    <name>BackgroundDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>С&amp;касувати</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Зупинити</translation>
    </message>
    <message>
        <source>Cancel, also while files are being written</source>
        <translation>Скасувати, навіть коли файли вже записуються</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Зупинка…</translation>
    </message>
</context>
<context>
    <name>BaseLine</name>
    <message>
        <source>A new network. It learns little from so few tunes.</source>
        <translation>Нова мережа. Із такої малої кількості мелодій вона навчиться небагато чого.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Почати заново</translation>
    </message>
    <message>
        <source>Continue from {0}</source>
        <translation>Продовжити «{0}»</translation>
    </message>
    <message>
        <source>Continue training a model that can already write tunes</source>
        <translation>Продовжити навчання моделі, яка вже вміє складати мелодії</translation>
    </message>
    <message>
        <source>Few tunes: continues from {0}, which can already write tunes.</source>
        <translation>Мелодій мало: навчання продовжує модель «{0}», яка вже вміє складати мелодії.</translation>
    </message>
    <message>
        <source>Goes on from {0}: its network keeps its sizes, and characters that only your tunes have are added.</source>
        <translation>Продовження моделі «{0}»: розміри мережі лишаються, а символи, які є тільки у ваших мелодіях, додаються.</translation>
    </message>
    <message>
        <source>The next run begins with a network that knows nothing yet</source>
        <translation>Наступний запуск почнеться з мережі, яка ще нічого не знає</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>Another batch</source>
        <translation>Інший батч</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Розмір батчу</translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Cuts the rows from other places of the text</source>
        <translation>Вирізати рядки з інших місць тексту</translation>
    </message>
    <message>
        <source>Each row is cut from any place of the text; its target is the same text one character further. So at every step the network reads one character and should expect the next.</source>
        <translation>Кожен рядок вирізано з довільного місця тексту; його ціль&#xa0;— той самий текст, зсунутий на один символ. Тож на кожному кроці мережа читає один символ і має передбачити наступний.</translation>
    </message>
    <message>
        <source>Expected output</source>
        <translation>Очікуваний вихід</translation>
    </message>
    <message>
        <source>How many characters one example has</source>
        <translation>Скільки символів в одному прикладі</translation>
    </message>
    <message>
        <source>How many examples are read at once</source>
        <translation>Скільки прикладів читається одночасно</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <source>Makes one row of what you type: Hello becomes Hell and ello</source>
        <translation>Зробити один рядок із введеного: Hello стане Hell та ello</translation>
    </message>
    <message>
        <source>Or type a text, such as Hello</source>
        <translation>Або введіть текст, наприклад Hello</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>Rows of the batch</source>
        <translation>Рядки батчу</translation>
    </message>
    <message>
        <source>Sequence length</source>
        <translation>Довжина послідовності</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <source>Steps of the chosen row</source>
        <translation>Кроки вибраного рядка</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ціль</translation>
    </message>
    <message>
        <source>Text to cut in place of the tunes</source>
        <translation>Текст, який нарізати замість мелодій</translation>
    </message>
    <message>
        <source>The steps of row {0}</source>
        <translation>Кроки рядка {0}</translation>
    </message>
</context>
<context>
    <name>BestLine</name>
    <message>
        <source>Best by loss: {0} ({1})</source>
        <translation>Найкращий за втратами: {0} ({1})</translation>
    </message>
    <message>
        <source>Best by right measures: {0} ({1} %)</source>
        <translation>Найкращий за правильними тактами: {0} ({1}&#xa0;%)</translation>
    </message>
    <message>
        <source>Chooses the best run by loss and the best by right measures in the table</source>
        <translation>Вибирає в таблиці найкращий запуск за втратами й найкращий за правильними тактами</translation>
    </message>
    <message>
        <source>Co&amp;mpare the two</source>
        <translation>&amp;Порівняти ці два</translation>
    </message>
    <message>
        <source>They differ in: {0}</source>
        <translation>Що в них різне: {0}</translation>
    </message>
    <message>
        <source>They have the same settings</source>
        <translation>Параметри в них однакові</translation>
    </message>
    <message>
        <source>{0} {1} and {2}</source>
        <translation>{0}: {1} і {2}</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>Click a box, or use the arrow keys, to see its index; drag to turn</source>
        <translation>Клацніть комірку або ходіть стрілками, щоб побачити її індекс; тягніть, щоб повернути</translation>
    </message>
    <message>
        <source>Your tensors as boxes</source>
        <translation>Ваші тензори, складені з комірок</translation>
    </message>
    <message>
        <source>{0}: ndim {1}, shape ({2})</source>
        <translation>{0}: ndim {1}, форма ({2})</translation>
    </message>
    <message>
        <source>{0}: not a tensor yet</source>
        <translation>{0}: ще не тензор</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Index</source>
        <translation>П&amp;окажчик</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Папір</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Наз&amp;ва</translation>
    </message>
    <message>
        <source>&amp;Write PDF…</source>
        <translation>З&amp;аписати PDF…</translation>
    </message>
    <message>
        <source>Adds sheets in front of the tunes</source>
        <translation>Додає аркуші перед мелодіями</translation>
    </message>
    <message>
        <source>Begin each tune on a &amp;new sheet</source>
        <translation>Кожна мелодія з &amp;нового аркуша</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>За тональністю</translation>
    </message>
    <message>
        <source>By rhythm</source>
        <translation>За жанром</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>За назвою</translation>
    </message>
    <message>
        <source>Choose a file and write the tunebook to it</source>
        <translation>Вибрати файл і записати в нього збірку</translation>
    </message>
    <message>
        <source>Drawing tune {0} of {1}…</source>
        <translation>Набір мелодії {0} з {1}…</translation>
    </message>
    <message>
        <source>Fit on &amp;one sheet if possible</source>
        <translation>На &amp;одному аркуші, якщо вмістяться</translation>
    </message>
    <message>
        <source>How the list of first measures at the end is sorted</source>
        <translation>Як упорядкувати список перших тактів у кінці</translation>
    </message>
    <message>
        <source>Index of first measures</source>
        <translation>Покажчик перших тактів</translation>
    </message>
    <message>
        <source>Makes the staff up to a fifth smaller if that helps</source>
        <translation>За потреби зменшує нотоносець щонайбільше на п’яту частину</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Без покажчика</translation>
    </message>
    <message>
        <source>One tune</source>
        <translation>Одна мелодія</translation>
    </message>
    <message>
        <source>Otherwise several short tunes share a sheet</source>
        <translation>Інакше кілька коротких мелодій ділять аркуш</translation>
    </message>
    <message>
        <source>PDF for printing (*.pdf)</source>
        <translation>PDF для друку (*.pdf)</translation>
    </message>
    <message>
        <source>Printed on the title page and at the foot of the sheets</source>
        <translation>Друкується на титульному аркуші та внизу інших аркушів</translation>
    </message>
    <message>
        <source>Progress of the tunebook</source>
        <translation>Поступ збірки</translation>
    </message>
    <message>
        <source>Sta&amp;ff</source>
        <translation>Но&amp;тоносець</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Зупинено. Нічого не записано.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Title page and &amp;contents</source>
        <translation>Титульний аркуш і &amp;зміст</translation>
    </message>
    <message>
        <source>Tunebook as PDF</source>
        <translation>Збірка мелодій у PDF</translation>
    </message>
    <message numerus="yes">
        <source>Without %Ln that cannot be drawn: {0}</source>
        <translation>
            <numerusform>Без %Ln мелодії, яку не вдалося набрати: {0}</numerusform>
            <numerusform>Без %Ln мелодій, які не вдалося набрати: {0}</numerusform>
            <numerusform>Без %Ln мелодій, які не вдалося набрати: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing sheet {0} of {1}…</source>
        <translation>Запис аркуша {0} з {1}…</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Keep this tune</source>
        <translation>Зберегти мелодію</translation>
    </message>
    <message>
        <source>Kept tunes and their sets</source>
        <translation>Збережені мелодії та їхні сети</translation>
    </message>
    <message>
        <source>No kept tunes yet</source>
        <translation>Збережених мелодій ще немає</translation>
    </message>
    <message>
        <source>{0} keeps the tune at the caret here, whichever text it stands in. Gather kept tunes into sets that are played and printed together.</source>
        <translation>{0} зберігає тут мелодію біля курсора, хоч би в якому тексті вона була. Збирайте мелодії в сети, щоб грати й друкувати їх разом.</translation>
    </message>
    <message>
        <source>{0} opens a tune or a set, {1} renames it; drag it to another place, or move it with {2} and {3}</source>
        <translation>{0} відкриває мелодію чи сет, {1} перейменовує; перетягніть на інше місце або пересуньте: {2} і {3}</translation>
    </message>
</context>
<context>
    <name>BookRowPainter</name>
    <message>
        <source>Name of the set</source>
        <translation>Назва сету</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
</context>
<context>
    <name>BookRows</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln раз</numerusform>
            <numerusform>%Ln рази</numerusform>
            <numerusform>%Ln разів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>1 tune</source>
        <translation>1 мелодія</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Set {0}, {1}</source>
        <translation>Сет «{0}», {1}</translation>
    </message>
    <message>
        <source>{0}
Is playing</source>
        <translation>{0}
Зараз звучить</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
</context>
<context>
    <name>BoundedTextEdit</name>
    <message numerus="yes">
        <source>Nothing was changed: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</source>
        <translation>
            <numerusform>Нічого не змінено: рядки, довші за %Ln символ, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
            <numerusform>Нічого не змінено: рядки, довші за %Ln символи, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
            <numerusform>Нічого не змінено: рядки, довші за %Ln символів, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was pasted: a line of more than %Ln characters is too long to edit here. Break it into shorter lines first.</source>
        <translation>
            <numerusform>Нічого не вставлено: рядки, довші за %Ln символ, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
            <numerusform>Нічого не вставлено: рядки, довші за %Ln символи, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
            <numerusform>Нічого не вставлено: рядки, довші за %Ln символів, тут не редагуються. Спершу поділіть їх на коротші.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaretPlayback</name>
    <message>
        <source>Select some notes first, in the score or the text.</source>
        <translation>Спершу виділіть кілька нот&#xa0;— у нотному записі або в тексті.</translation>
    </message>
    <message>
        <source>There is no tune to play yet.</source>
        <translation>Ще немає мелодії, яку можна зіграти.</translation>
    </message>
</context>
<context>
    <name>CaretSpeaker</name>
    <message>
        <source>&amp;Read the note at the caret</source>
        <translation>&amp;Прочитати ноту біля курсора</translation>
    </message>
    <message>
        <source>A&amp;nnounce notes while the caret moves</source>
        <translation>&amp;Озвучувати ноти, коли рухається курсор</translation>
    </message>
    <message>
        <source>Let the screen reader say each note that the caret comes to</source>
        <translation>Дати зчитувачу екрана промовляти кожну ноту, до якої доходить курсор</translation>
    </message>
    <message>
        <source>Say in words what stands at the caret: measure, beat, note, length</source>
        <translation>Сказати словами, що стоїть біля курсора: такт, доля, нота, тривалість</translation>
    </message>
    <message>
        <source>There is no tune here.</source>
        <translation>Тут немає мелодії.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>CatalogueDialog</name>
    <message>
        <source>&amp;Add to the sources</source>
        <translation>&amp;Додати до джерел</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>За&amp;крити</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Завантажити</translation>
    </message>
    <message>
        <source>&amp;Go on downloading</source>
        <translation>&amp;Завантажувати далі</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>З&amp;упинити</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контрольна сума</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Збірка</translation>
    </message>
    <message>
        <source>Collections of tunes</source>
        <translation>Збірки мелодій</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На цьому комп’ютері</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Сторінка</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>Мелодій</translation>
    </message>
    <message>
        <source>What has come is kept; the rest can be fetched later</source>
        <translation>Отримане зберігається; решту можна завантажити пізніше</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>завантажено</translation>
    </message>
    <message>
        <source>here, in Python&apos;s {0}</source>
        <translation>є, у пакеті Python {0}</translation>
    </message>
    <message>
        <source>in the box</source>
        <translation>у комплекті</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>{0} % downloaded</source>
        <translation>завантажено {0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} з {1}</translation>
    </message>
</context>
<context>
    <name>CataloguePresenter</name>
    <message>
        <source>Do&amp;wnload tunes…</source>
        <translation>За&amp;вантажити мелодії…</translation>
    </message>
    <message>
        <source>Lists collections of tunes that others publish; nothing is fetched before you say so</source>
        <translation>Показати збірки мелодій, які опублікували інші; нічого не завантажується, доки ви цього не вкажете</translation>
    </message>
    <message>
        <source>Stopped. What has come is kept.</source>
        <translation>Зупинено. Отримане збережено.</translation>
    </message>
    <message>
        <source>{0} stands among the sources now.</source>
        <translation>Файл {0} тепер серед джерел.</translation>
    </message>
</context>
<context>
    <name>CellsModel</name>
    <message>
        <source>Characters/s</source>
        <translation>Символів/с</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Невдало</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Right measures</source>
        <translation>Правильні такти</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Натреновано</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренується</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Втрати на валідації</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Чекає</translation>
    </message>
    <message>
        <source>{0}, step {1} of {2}</source>
        <translation>{0}, крок {1} з {2}</translation>
    </message>
</context>
<context>
    <name>CharactersView</name>
    <message>
        <source>Bits</source>
        <translation>Біти</translation>
    </message>
    <message>
        <source>Bits: what it costs to say the character where only the shares are known; one that is twice as rare costs one bit more</source>
        <translation>Біти: скільки коштує назвати символ, коли відомі лише частки; удвічі рідкісніший коштує на один біт більше</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Символ</translation>
    </message>
    <message>
        <source>Characters and their numbers</source>
        <translation>Символи та їхні номери</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>First place</source>
        <translation>Уперше</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Частка</translation>
    </message>
    <message>
        <source>Without credits, numbers and slurs the text has {0} distinct characters; as written in the file it has {1}. The network reads each as a number: its place in this list. Rare characters, that stand less often than {2}: {3}. Weights of the lab&apos;s network for each, as for a common one: {4}.</source>
        <translation>Без відомостей про авторів, номерів і ліг у тексті різних символів: {0}; як записано у файлі: {1}. Мережа читає кожен як число: його місце в цьому списку. Рідкісних символів (їх у тексті менше ніж {2}): {3}. Ваг у мережі з лабораторної на кожен із них, як і на поширений: {4}.</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>By form, as it is played</source>
        <translation>За формою, як грають</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>За тональністю</translation>
    </message>
    <message>
        <source>By length in characters</source>
        <translation>За довжиною в символах</translation>
    </message>
    <message>
        <source>By length in measures</source>
        <translation>За довжиною в тактах</translation>
    </message>
    <message>
        <source>By meter</source>
        <translation>За розміром</translation>
    </message>
    <message>
        <source>By origin</source>
        <translation>За походженням</translation>
    </message>
    <message>
        <source>By range in semitones</source>
        <translation>За діапазоном у півтонах</translation>
    </message>
    <message>
        <source>By rhythm</source>
        <translation>За жанром</translation>
    </message>
    <message>
        <source>Characters, as the network reads them</source>
        <translation>Символи, як їх читає мережа</translation>
    </message>
    <message>
        <source>More than {0}</source>
        <translation>Понад {0}</translation>
    </message>
    <message>
        <source>The commonest measures</source>
        <translation>Найчастіші такти</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Невідомо</translation>
    </message>
    <message>
        <source>Up to {0}</source>
        <translation>До {0}</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>Change the text; undo reverts it</source>
        <translation>Змінити текст; зміну можна скасувати</translation>
    </message>
    <message>
        <source>Leave the text as it is</source>
        <translation>Лишити текст як є</translation>
    </message>
</context>
<context>
    <name>CleanedExport</name>
    <message numerus="yes">
        <source>%Ln tunes are written to {0}.</source>
        <translation>
            <numerusform>%Ln мелодію записано в {0}.</numerusform>
            <numerusform>%Ln мелодії записано в {0}.</numerusform>
            <numerusform>%Ln мелодій записано в {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tune is written to {0}.</source>
        <translation>1 мелодію записано в {0}.</translation>
    </message>
    <message>
        <source>Export cleaned tunebook</source>
        <translation>Експорт очищеної збірки</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Зберегти деінде…</translation>
    </message>
    <message>
        <source>Show its tunes</source>
        <translation>Показати її мелодії</translation>
    </message>
    <message>
        <source>Tunes (*.abc)</source>
        <translation>Мелодії (*.abc)</translation>
    </message>
    <message>
        <source>{0}, cleaned.abc</source>
        <translation>{0}, очищено.abc</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n texts are not saved.</source>
        <translation>
            <numerusform>%n текст не збережено.</numerusform>
            <numerusform>%n тексти не збережено.</numerusform>
            <numerusform>%n текстів не збережено.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Discard all</source>
        <translation>Не зберіга&amp;ти</translation>
    </message>
    <message>
        <source>&amp;Folder of new files</source>
        <translation>&amp;Тека нових файлів</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n texts</source>
        <translation>
            <numerusform>&amp;Зберегти %n текст</numerusform>
            <numerusform>&amp;Зберегти %n тексти</numerusform>
            <numerusform>&amp;Зберегти %n текстів</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save all</source>
        <translation>&amp;Зберегти всі</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Тека</translation>
    </message>
    <message>
        <source>Save and close nothing</source>
        <translation>Нічого не зберігати й не закривати</translation>
    </message>
    <message>
        <source>Save none of these texts: they are lost</source>
        <translation>Не зберігати жодного з цих текстів: їх буде втрачено</translation>
    </message>
    <message>
        <source>Save texts</source>
        <translation>Збереження текстів</translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation>Зберегти: {0}</translation>
    </message>
    <message>
        <source>Where texts without a file are saved</source>
        <translation>Куди зберігаються тексти, які ще не мають файлу</translation>
    </message>
    <message>
        <source>is discarded</source>
        <translation>не буде збережено</translation>
    </message>
</context>
<context>
    <name>ColumnScore</name>
    <message>
        <source>Score of the take</source>
        <translation>Ноти спроби</translation>
    </message>
    <message>
        <source>There is no music in this take yet.</source>
        <translation>У цій спробі ще немає музики.</translation>
    </message>
</context>
<context>
    <name>CombineCommands</name>
    <message>
        <source>Add another file or folder first.</source>
        <translation>Спершу додайте ще один файл або теку.</translation>
    </message>
    <message>
        <source>Change what is combine&amp;d…</source>
        <translation>Змінити об’&amp;єднане…</translation>
    </message>
    <message>
        <source>Changes the sources and the weights of a source that combines others</source>
        <translation>Змінити джерела й ваги джерела, що об’єднує інші</translation>
    </message>
    <message>
        <source>Choose a source that combines others first.</source>
        <translation>Спершу виберіть джерело, що об’єднує інші.</translation>
    </message>
    <message>
        <source>Com&amp;bine tune sources…</source>
        <translation>О&amp;б’єднати джерела мелодій…</translation>
    </message>
    <message>
        <source>Makes one source of several, each with a weight for training</source>
        <translation>Зробити з кількох джерел одне; кожне має вагу для тренування</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>“{0}” combines other sources or weights now.</source>
        <translation>Джерела чи ваги змінено: «{0}».</translation>
    </message>
</context>
<context>
    <name>CombineDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>C&amp;ombine</source>
        <translation>&amp;Об’єднати</translation>
    </message>
    <message>
        <source>Choose no more than {0} sources.</source>
        <translation>Виберіть щонайбільше стільки джерел: {0}.</translation>
    </message>
    <message>
        <source>Choose two sources or more.</source>
        <translation>Виберіть два джерела або більше.</translation>
    </message>
    <message>
        <source>Combine sources</source>
        <translation>Об’єднати джерела</translation>
    </message>
    <message>
        <source>Give them a name.</source>
        <translation>Дайте їм назву.</translation>
    </message>
    <message>
        <source>How many times its tunes stand in the text to learn from</source>
        <translation>Скільки разів його мелодії стоять у тексті, на якому вчаться</translation>
    </message>
    <message>
        <source>Leave the sources as they are</source>
        <translation>Лишити джерела як є</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Put them on the list as one source</source>
        <translation>Додати їх до списку одним джерелом</translation>
    </message>
    <message>
        <source>Their tunes are shown as one source, each once. A network that is trained on them reads the tunes of a source as many times as its weight says.</source>
        <translation>Їхні мелодії показано як одне джерело, кожну один раз. Мережа, яку на них тренують, читає мелодії джерела стільки разів, скільки каже його вага.</translation>
    </message>
    <message>
        <source>Weight of {0}</source>
        <translation>Вага: {0}</translation>
    </message>
    <message>
        <source>What to call them together</source>
        <translation>Як назвати їх разом</translation>
    </message>
    <message>
        <source>× </source>
        <translation>× </translation>
    </message>
</context>
<context>
    <name>CometKeyField</name>
    <message>
        <source>&amp;Keep the key</source>
        <translation>З&amp;берегти ключ</translation>
    </message>
    <message>
        <source>Comet key</source>
        <translation>Ключ Comet</translation>
    </message>
    <message>
        <source>Puts it into the system&apos;s keyring, and into no file</source>
        <translation>Кладе його до сховища паролів системи й до жодного файлу</translation>
    </message>
    <message>
        <source>The key is in the system&apos;s keyring.</source>
        <translation>Ключ у сховищі паролів системи.</translation>
    </message>
    <message>
        <source>The key is taken from COMET_API_KEY.</source>
        <translation>Ключ береться з COMET_API_KEY.</translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation>Ключа ще немає.</translation>
    </message>
    <message>
        <source>Your API key, from your account there</source>
        <translation>Ваш ключ API з тамтешнього облікового запису</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>No command matches. Fewer letters find more.</source>
        <translation>Жодна команда не підходить. Менше літер знайдуть більше.</translation>
    </message>
    <message>
        <source>Type a few letters of a command; {0} does it</source>
        <translation>Введіть кілька літер команди; {0} виконує її</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Що зробити?</translation>
    </message>
</context>
<context>
    <name>CommandSynonyms</name>
    <message>
        <source>add save collection repertoire set</source>
        <translation>додати зібрання репертуар сет</translation>
    </message>
    <message>
        <source>audio identify recognize listen microphone</source>
        <translation>аудіо розпізнати впізнати слухати мікрофон</translation>
    </message>
    <message>
        <source>audio wav mp3 flac ogg record</source>
        <translation>аудіо записати</translation>
    </message>
    <message>
        <source>bar click beat</source>
        <translation>такт клацання доля</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>перемістити</translation>
    </message>
    <message>
        <source>bars change improve other</source>
        <translation>змінити поліпшити інші</translation>
    </message>
    <message>
        <source>bars extend</source>
        <translation>подовжити</translation>
    </message>
    <message>
        <source>bars system layout</source>
        <translation>макет система</translation>
    </message>
    <message>
        <source>begin learn network</source>
        <translation>почати вчити мережа</translation>
    </message>
    <message>
        <source>charset unicode utf</source>
        <translation>юнікод символи</translation>
    </message>
    <message>
        <source>chord accompaniment backing drums drone swing ornaments</source>
        <translation>акорд супровід акомпанемент ударні бурдон свінг мелізми</translation>
    </message>
    <message>
        <source>click beat</source>
        <translation>клацання доля ритм</translation>
    </message>
    <message>
        <source>colour color origin</source>
        <translation>колір автор походження</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>коментар закоментувати</translation>
    </message>
    <message>
        <source>compare history experiments</source>
        <translation>порівняти історія досліди</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>далі відновити</translation>
    </message>
    <message>
        <source>continue complete</source>
        <translation>продовжити доповнити</translation>
    </message>
    <message>
        <source>copy clone</source>
        <translation>дублювати скопіювати клонувати</translation>
    </message>
    <message>
        <source>copy duplicate bars</source>
        <translation>копіювати дублювати скопіювати</translation>
    </message>
    <message>
        <source>day white mode</source>
        <translation>денний білий режим тема</translation>
    </message>
    <message>
        <source>delete erase</source>
        <translation>видалити стерти</translation>
    </message>
    <message>
        <source>delete remove bars</source>
        <translation>прибрати стерти</translation>
    </message>
    <message>
        <source>difference diff</source>
        <translation>різниця відмінності</translation>
    </message>
    <message>
        <source>document homework</source>
        <translation>документ домашнє завдання</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>пунктир</translation>
    </message>
    <message>
        <source>duplicates errors mistakes health check clean fix repair broken</source>
        <translation>дублікати повтори помилки перевірка очистити виправити полагодити стан</translation>
    </message>
    <message>
        <source>errors mistakes warnings fix check</source>
        <translation>помилки попередження виправити перевірити</translation>
    </message>
    <message>
        <source>exercise learn rehearse</source>
        <translation>вправа вчити репетиція розучити</translation>
    </message>
    <message>
        <source>exit leave end</source>
        <translation>вихід закінчити завершити</translation>
    </message>
    <message>
        <source>favourite favorite like bookmark</source>
        <translation>улюблене вподобати закладка</translation>
    </message>
    <message>
        <source>finish end</source>
        <translation>завершити кінець</translation>
    </message>
    <message>
        <source>fullscreen full screen maximize</source>
        <translation>повний екран розгорнути</translation>
    </message>
    <message>
        <source>generate create write make sample</source>
        <translation>згенерувати створити написати компонувати</translation>
    </message>
    <message>
        <source>higher key</source>
        <translation>вище тональність</translation>
    </message>
    <message>
        <source>ignore skip hide exclude</source>
        <translation>ігнорувати виключити приховати вилучити</translation>
    </message>
    <message>
        <source>image screenshot</source>
        <translation>картинка знімок малюнок</translation>
    </message>
    <message>
        <source>import directory source collection</source>
        <translation>імпортувати папка каталог джерело зібрання</translation>
    </message>
    <message>
        <source>import open source collection</source>
        <translation>імпортувати відкрити джерело зібрання</translation>
    </message>
    <message>
        <source>input type write</source>
        <translation>набрати друкувати записати</translation>
    </message>
    <message>
        <source>internet online session collection get</source>
        <translation>інтернет мережа зібрання скачати отримати</translation>
    </message>
    <message>
        <source>interrupt wait</source>
        <translation>перервати пауза чекати</translation>
    </message>
    <message>
        <source>jig reel waltz song</source>
        <translation>джига рил вальс пісня</translation>
    </message>
    <message>
        <source>jury good quality</source>
        <translation>журі хороша якість</translation>
    </message>
    <message>
        <source>kept sets collection repertoire</source>
        <translation>збережені сети зібрання репертуар</translation>
    </message>
    <message>
        <source>key change higher lower</source>
        <translation>тональність змінити вище нижче</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>клавіатура піаніно клавіші</translation>
    </message>
    <message>
        <source>label category</source>
        <translation>тег категорія ярлик</translation>
    </message>
    <message>
        <source>length duration</source>
        <translation>тривалість довжина</translation>
    </message>
    <message>
        <source>listen play</source>
        <translation>слухати грати</translation>
    </message>
    <message>
        <source>lower key</source>
        <translation>нижче тональність</translation>
    </message>
    <message>
        <source>lyrics verses song text</source>
        <translation>слова вірші куплети текст пісні</translation>
    </message>
    <message>
        <source>manual documentation</source>
        <translation>документація допомога</translation>
    </message>
    <message>
        <source>medley</source>
        <translation>попурі</translation>
    </message>
    <message>
        <source>medley group gather</source>
        <translation>попурі група зібрати</translation>
    </message>
    <message>
        <source>network checkpoint</source>
        <translation>мережа контрольна точка</translation>
    </message>
    <message>
        <source>night black mode</source>
        <translation>нічний чорний режим тема</translation>
    </message>
    <message>
        <source>original copied plagiarism novelty</source>
        <translation>оригінальна плагіат новизна скопійована</translation>
    </message>
    <message>
        <source>paper printer pdf</source>
        <translation>папір принтер пдф друк надрукувати роздрукувати</translation>
    </message>
    <message>
        <source>paper sheet pages</source>
        <translation>папір аркуш сторінки</translation>
    </message>
    <message>
        <source>pause hear listen start</source>
        <translation>пауза слухати прослухати відтворити</translation>
    </message>
    <message>
        <source>pause silence</source>
        <translation>мовчання тиша</translation>
    </message>
    <message>
        <source>pdf print paper</source>
        <translation>пдф друк папір надрукувати</translation>
    </message>
    <message>
        <source>pdf svg png image sheet music notation</source>
        <translation>пдф картинка аркуш нотний запис</translation>
    </message>
    <message>
        <source>probabilities activations units network</source>
        <translation>ймовірності активації нейрони мережа</translation>
    </message>
    <message>
        <source>remove erase</source>
        <translation>прибрати стерти</translation>
    </message>
    <message>
        <source>repair correct error mistake</source>
        <translation>полагодити помилка</translation>
    </message>
    <message>
        <source>repair correct errors mistakes</source>
        <translation>полагодити помилки</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>знову повернути</translation>
    </message>
    <message>
        <source>repeat again</source>
        <translation>повтор повторювати знову</translation>
    </message>
    <message>
        <source>restore crash lost</source>
        <translation>збій втрачене аварія</translation>
    </message>
    <message>
        <source>revert back mistake</source>
        <translation>назад повернути відмінити помилка</translation>
    </message>
    <message>
        <source>run test submit</source>
        <translation>запустити тест</translation>
    </message>
    <message>
        <source>save convert</source>
        <translation>зберегти перетворити</translation>
    </message>
    <message>
        <source>search notes whistle hum identify</source>
        <translation>шукати знайти ноти насвистати наспівати</translation>
    </message>
    <message>
        <source>section</source>
        <translation>розділ секція</translation>
    </message>
    <message>
        <source>settings options configuration language font theme</source>
        <translation>параметри опції мова шрифт тема</translation>
    </message>
    <message>
        <source>shortcuts hotkeys</source>
        <translation>комбінації сполучення скорочення</translation>
    </message>
    <message>
        <source>similar variants versions</source>
        <translation>схожі подібні варіанти родичі</translation>
    </message>
    <message>
        <source>slur bind</source>
        <translation>зв’язати злігувати</translation>
    </message>
    <message>
        <source>snippet add</source>
        <translation>заготовка додати</translation>
    </message>
    <message>
        <source>speak screen reader</source>
        <translation>озвучити вголос</translation>
    </message>
    <message>
        <source>speed reset normal</source>
        <translation>швидкість звичайний</translation>
    </message>
    <message>
        <source>star favourite favorite</source>
        <translation>зірочка улюблене</translation>
    </message>
    <message>
        <source>substitute exchange</source>
        <translation>підставити обміняти</translation>
    </message>
    <message>
        <source>tempo speed quick quicker bpm</source>
        <translation>темп швидкість швидко прискорити</translation>
    </message>
    <message>
        <source>tempo speed slow bpm</source>
        <translation>темп швидкість повільно сповільнити</translation>
    </message>
    <message>
        <source>tutorial start begin guide</source>
        <translation>посібник підручник початок почати</translation>
    </message>
    <message>
        <source>variation ornament</source>
        <translation>варіація прикрасити</translation>
    </message>
    <message>
        <source>version licence license author</source>
        <translation>версія ліцензія автор</translation>
    </message>
    <message>
        <source>volume loud louder quieter mute solo mixer instrument</source>
        <translation>гучність гучніше тихіше звук соло мікшер інструмент</translation>
    </message>
    <message>
        <source>xml musescore finale sibelius</source>
        <translation>партитура</translation>
    </message>
    <message>
        <source>zoom in bigger</source>
        <translation>масштаб збільшити</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>масштаб зменшити</translation>
    </message>
</context>
<context>
    <name>ComparedTake</name>
    <message>
        <source>Hear this take from its start</source>
        <translation>Прослухати цю спробу від початку</translation>
    </message>
    <message>
        <source>Keep ({0})</source>
        <translation>Зберегти ({0})</translation>
    </message>
    <message>
        <source>Mark this take with a star, so that it stays in the list</source>
        <translation>Позначити спробу зірочкою, щоб вона лишилася в списку</translation>
    </message>
    <message>
        <source>Play ({0})</source>
        <translation>Грати ({0})</translation>
    </message>
</context>
<context>
    <name>ComparisonCommand</name>
    <message>
        <source>Co&amp;mpare two takes</source>
        <translation>Порівняти &amp;дві спроби</translation>
    </message>
    <message>
        <source>One of the two takes is still being composed.</source>
        <translation>Одна з двох спроб іще складається.</translation>
    </message>
    <message>
        <source>Select two takes in the list first: {0} selects the next one, too.</source>
        <translation>Спершу виділіть у списку дві спроби: {0} виділяє ще й наступну.</translation>
    </message>
    <message>
        <source>Show the two takes that are selected in the list side by side</source>
        <translation>Показати поруч дві спроби, виділені в списку</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Compare two takes</source>
        <translation>Порівняння двох спроб</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Порівняння…</translation>
    </message>
    <message>
        <source>Leave, and go on where you were</source>
        <translation>Вийти й продовжити, де зупинилися</translation>
    </message>
    <message>
        <source>Measures that both have: {0}. On the left there are {1}, on the right {2}.</source>
        <translation>Спільних тактів: {0}. Усього ліворуч: {1}, праворуч: {2}.</translation>
    </message>
    <message>
        <source>Measures that both have: {0}. On the left there are {1}, on the right {2}. The notes of the others are marked.</source>
        <translation>Спільних тактів: {0}. Усього ліворуч: {1}, праворуч: {2}. Ноти інших позначено.</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>What can be written here</source>
        <translation>Що тут можна написати</translation>
    </message>
    <message>
        <source>{0} and {1} choose, {2} or a click takes, {3} closes</source>
        <translation>{0} і {1}&#xa0;— вибір, {2} або клацання вставляє, {3} закриває</translation>
    </message>
</context>
<context>
    <name>ComposeCommands</name>
    <message>
        <source>&amp;Compose</source>
        <translation>&amp;Скласти</translation>
    </message>
    <message>
        <source>&amp;Hear the next take</source>
        <translation>Прослухати нас&amp;тупну спробу</translation>
    </message>
    <message>
        <source>&amp;Keep this take</source>
        <translation>З&amp;берегти спробу</translation>
    </message>
    <message>
        <source>&amp;Next in the list</source>
        <translation>Д&amp;алі за списком</translation>
    </message>
    <message>
        <source>&amp;Previous in the list</source>
        <translation>Назад за сп&amp;иском</translation>
    </message>
    <message>
        <source>Compose &amp;again like this</source>
        <translation>Скласти &amp;подібні</translation>
    </message>
    <message>
        <source>Compose as this take was composed, from its first two measures on</source>
        <translation>Скласти, як складено цю спробу, від її перших двох тактів</translation>
    </message>
    <message>
        <source>Compose more from its first meas&amp;ures</source>
        <translation>Скласти &amp;інші з її перших тактів</translation>
    </message>
    <message>
        <source>Compose sixteen tunes, and keep the one that the jury prefers</source>
        <translation>Скласти шістнадцять мелодій і лишити ту, яку вибере журі</translation>
    </message>
    <message>
        <source>Compose the &amp;best of 16</source>
        <translation>Скласти &amp;найкращу із 16</translation>
    </message>
    <message>
        <source>Compose with this take&apos;s settings and another number</source>
        <translation>Скласти з параметрами цієї спроби й іншим числом</translation>
    </message>
    <message>
        <source>Hear the take be&amp;fore</source>
        <translation>Прослухати п&amp;опередню спробу</translation>
    </message>
    <message>
        <source>How this tune was composed is not known.</source>
        <translation>Як складено цю мелодію, невідомо.</translation>
    </message>
    <message>
        <source>It is stopping already.</source>
        <translation>Зупинка вже триває.</translation>
    </message>
    <message>
        <source>Let the network write a tune</source>
        <translation>Дати мережі скласти мелодію</translation>
    </message>
    <message>
        <source>Mark the take with a star, so that it stays in the list</source>
        <translation>Позначити спробу зірочкою, щоб вона лишилася в списку</translation>
    </message>
    <message>
        <source>Nothing is being composed.</source>
        <translation>Зараз нічого не складається.</translation>
    </message>
    <message>
        <source>Play the chosen take from its start; where that was heard last, the next of the list</source>
        <translation>Зіграти вибрану спробу від початку; якщо її щойно слухали&#xa0;— наступну в списку</translation>
    </message>
    <message>
        <source>Play the take before in the list from its start</source>
        <translation>Зіграти попередню спробу списку від початку</translation>
    </message>
    <message>
        <source>S&amp;top composing</source>
        <translation>&amp;Зупинити складання</translation>
    </message>
    <message>
        <source>Show the next text of the list</source>
        <translation>Показати наступний текст списку</translation>
    </message>
    <message>
        <source>Show the text before in the list</source>
        <translation>Показати попередній текст списку</translation>
    </message>
    <message>
        <source>Stop, and keep what is composed so far</source>
        <translation>Зупинити й зберегти складене дотепер</translation>
    </message>
    <message>
        <source>Takes have a star; any other tune is kept in the tunebook.</source>
        <translation>Зірочку мають спроби; будь-яку іншу мелодію зберігають у збірці.</translation>
    </message>
    <message>
        <source>The network is still writing a tune.</source>
        <translation>Мережа ще пише мелодію.</translation>
    </message>
</context>
<context>
    <name>ComposeController</name>
    <message>
        <source>An older version composed this tune. With its seed, this version composes a different one.</source>
        <translation>Цю мелодію склала давніша версія. З її початку ця версія складе іншу.</translation>
    </message>
    <message>
        <source>Only a tune of one voice with more than two measures can be gone on from.</source>
        <translation>Продовжити можна лише одноголосну мелодію, довшу за два такти.</translation>
    </message>
    <message>
        <source>The model {0} is not here; {1} composes in its place.</source>
        <translation>Моделі «{0}» тут немає; замість неї складає {1}.</translation>
    </message>
    <message>
        <source>The open tune has no rhythm that can be kept: it needs a meter and notes in one voice.</source>
        <translation>У відкритій мелодії немає ритму, який можна взяти: потрібні розмір і ноти в одному голосі.</translation>
    </message>
</context>
<context>
    <name>ComposeForm</name>
    <message>
        <source> characters</source>
        <translation> симв.</translation>
    </message>
    <message>
        <source>&amp;Dice</source>
        <translation>&amp;Кубик</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Початок</translation>
    </message>
    <message>
        <source>Best of 16</source>
        <translation>Краща із 16</translation>
    </message>
    <message>
        <source>Choose another random number before each tune</source>
        <translation>Вибирати нове випадкове число перед кожною мелодією</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Скласти</translation>
    </message>
    <message>
        <source>Compose without this wish</source>
        <translation>Скласти без цього побажання</translation>
    </message>
    <message>
        <source>Drop them and compose</source>
        <translation>Скласти без них</translation>
    </message>
    <message>
        <source>How many tunes to compose from the same seed</source>
        <translation>Скільки мелодій скласти з одного початку</translation>
    </message>
    <message>
        <source>Leave out the characters that the model does not know</source>
        <translation>Прибрати символи, яких модель не знає</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>Д&amp;овжина</translation>
    </message>
    <message>
        <source>Let the network write a tune</source>
        <translation>Дати мережі скласти мелодію</translation>
    </message>
    <message>
        <source>New each time</source>
        <translation>Щоразу нове</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Відновити типові</translation>
    </message>
    <message>
        <source>Seed and options as they are at the first start; undo brings the seed back</source>
        <translation>Початок і параметри, як за першого запуску; початок можна повернути, скасувавши зміну</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Stop at the end of the tune</source>
        <translation>Зупинитися в кінці мелодії</translation>
    </message>
    <message>
        <source>Stop, and keep what is composed so far</source>
        <translation>Зупинити й зберегти складене дотепер</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Зупинка…</translation>
    </message>
    <message>
        <source>T&amp;akes</source>
        <translation>&amp;Спроби</translation>
    </message>
    <message>
        <source>Take back the wish that cannot be, and compose</source>
        <translation>Прибрати нездійсненне побажання і скласти</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>There is no model to compose with: train one first</source>
        <translation>Немає моделі, яка б складала: спершу натренуйте її</translation>
    </message>
    <message>
        <source>Throw another number</source>
        <translation>Кинути інше число</translation>
    </message>
    <message>
        <source>What is composed so far is kept, where it has come to notes</source>
        <translation>Складене дотепер зберігається, якщо дійшло до нот</translation>
    </message>
</context>
<context>
    <name>ComposeSession</name>
    <message>
        <source>Stopped before the first note: there is no take to keep.</source>
        <translation>Зупинено до першої ноти: зберігати нічого.</translation>
    </message>
    <message>
        <source>Takes that were stopped before their first note are not kept.</source>
        <translation>Спроби, зупинені до першої ноти, не зберігаються.</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>Click a note to choose it, drag it to move it, double-click to hear it</source>
        <translation>Клацніть ноту, щоб вибрати, тягніть, щоб пересунути, клацніть двічі, щоб почути</translation>
    </message>
</context>
<context>
    <name>ConfigForm</name>
    <message>
        <source>Data</source>
        <translation>Дані</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>Від {0} до {1}.</translation>
    </message>
    <message>
        <source>In every preset: {0}.</source>
        <translation>У кожному наборі: {0}.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Мережа</translation>
    </message>
    <message>
        <source>Presets: {0}.</source>
        <translation>Набори: {0}.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренування</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>CorpusChoice</name>
    <message>
        <source>All sources</source>
        <translation>Усі джерела</translation>
    </message>
    <message>
        <source>Bundled tunebook</source>
        <translation>Вбудована збірка</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>підготовлено</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>вибрано</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}, {3}</source>
        <translation>{0}: {1} з {2}, {3}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>CostPresenter</name>
    <message>
        <source>about {0} numbers to learn</source>
        <translation>Чисел, які треба вивчити: близько {0}</translation>
    </message>
    <message>
        <source>about {0} of memory</source>
        <translation>близько {0} пам’яті</translation>
    </message>
    <message>
        <source>{0} numbers to learn</source>
        <translation>Чисел, які треба вивчити: {0}</translation>
    </message>
    <message>
        <source>{0} s a step, about {1} in all</source>
        <translation>{0} с на крок, разом близько {1}</translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>Last takes with this: {0}. Times that the network went back for it: {1}. Characters written in vain for it: {2}, of all that was written: {3} %.</source>
        <translation>Останніх спроб із цим: {0}. Скільки разів мережа поверталася заради нього: {1}. Написано марно заради нього, символів: {2}; з усього написаного: {3}&#xa0;%.</translation>
    </message>
    <message>
        <source>against the model’s habit: most was rewritten</source>
        <translation>проти звички моделі: більшість переписано</translation>
    </message>
    <message>
        <source>came by itself</source>
        <translation>вийшло саме собою</translation>
    </message>
    <message>
        <source>hardly ever rewritten for it</source>
        <translation>заради цього майже нічого не переписано</translation>
    </message>
    <message>
        <source>often rewritten for it</source>
        <translation>заради цього часто переписано</translation>
    </message>
    <message>
        <source>rewritten for it now and then</source>
        <translation>заради цього подекуди переписано</translation>
    </message>
</context>
<context>
    <name>CourseKeeper</name>
    <message>
        <source>Another window has typed into this lesson too: that is kept as {0}</source>
        <translation>Інше вікно теж писало в цей урок: це збережено як {0}</translation>
    </message>
    <message>
        <source>What you type into lessons cannot be kept: {0}</source>
        <translation>Введене в уроки не вдалося зберегти: {0}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation>С&amp;копіювати звіт</translation>
    </message>
    <message>
        <source>&amp;Quit ABC Studio</source>
        <translation>&amp;Вийти з ABC Studio</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Продовжити</translation>
    </message>
    <message>
        <source>Close this report and go on working</source>
        <translation>Закрити звіт і працювати далі</translation>
    </message>
    <message>
        <source>Copy the whole report to the clipboard</source>
        <translation>Скопіювати весь звіт у буфер обміну</translation>
    </message>
    <message>
        <source>End the program; unsaved text is kept for next time</source>
        <translation>Завершити програму; незбережений текст лишиться до наступного разу</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Щось пішло не так</translation>
    </message>
    <message>
        <source>The studio made a mistake of its own. Your text is kept, and you can go on. If it happens again, send the report below to the authors; it is also written to the log in {0}.</source>
        <translation>У студії сталася власна помилка. Ваш текст збережено, можна працювати далі. Якщо це повториться, надішліть звіт нижче авторам; він є також у журналі {0}.</translation>
    </message>
</context>
<context>
    <name>CurveBox</name>
    <message>
        <source>rate</source>
        <translation>швидкість</translation>
    </message>
</context>
<context>
    <name>CurveExtras</name>
    <message>
        <source>Beside: gradient norm</source>
        <translation>Ще: норма градієнта</translation>
    </message>
    <message>
        <source>Beside: learning rate</source>
        <translation>Ще: швидкість навчання</translation>
    </message>
    <message>
        <source>Beside: music</source>
        <translation>Ще: музика</translation>
    </message>
    <message>
        <source>Beside: speed</source>
        <translation>Ще: швидкість</translation>
    </message>
    <message>
        <source>Characters a second</source>
        <translation>Символів за секунду</translation>
    </message>
    <message>
        <source>Curve beside the losses</source>
        <translation>Крива поруч із втратами</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Норма градієнта</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Швидкість навчання</translation>
    </message>
    <message>
        <source>Losses alone</source>
        <translation>Лише втрати</translation>
    </message>
    <message>
        <source>Music, %</source>
        <translation>Музика,&#xa0;%</translation>
    </message>
    <message>
        <source>Newness</source>
        <translation>Новизна</translation>
    </message>
    <message>
        <source>Point at the curve to read its values.</source>
        <translation>Наведіть на криву, щоб прочитати її значення.</translation>
    </message>
    <message>
        <source>Right measures</source>
        <translation>Правильні такти</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Крок {0}</translation>
    </message>
    <message>
        <source>What the axis at the right measures. Music: the full line is the share of right measures in the takes, the dotted one how new they are</source>
        <translation>Що показує вісь праворуч. Музика: суцільна лінія&#xa0;— частка правильних тактів у спробах, пунктирна&#xa0;— їхня новизна</translation>
    </message>
    <message>
        <source>gradient norm {0}</source>
        <translation>норма градієнта {0}</translation>
    </message>
    <message>
        <source>guessing: ln {0} = {1}</source>
        <translation>вгадування: ln {0} = {1}</translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation>швидкість навчання {0}</translation>
    </message>
    <message>
        <source>over-fitting from step {0}</source>
        <translation>перенавчання від кроку {0}</translation>
    </message>
    <message>
        <source>training {0}, mean {1}</source>
        <translation>тренування {0}, середнє {1}</translation>
    </message>
    <message>
        <source>validation {0} (step {1})</source>
        <translation>валідація {0} (крок {1})</translation>
    </message>
    <message>
        <source>{0} % of measures right</source>
        <translation>правильних тактів: {0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0} characters/s</source>
        <translation>{0} симв./с</translation>
    </message>
</context>
<context>
    <name>CurveSaver</name>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Значення через кому (*.csv)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Малюнок (*.svg)</translation>
    </message>
    <message>
        <source>Loss, nats per character</source>
        <translation>Втрати, нат/символ</translation>
    </message>
    <message>
        <source>Music, %</source>
        <translation>Музика,&#xa0;%</translation>
    </message>
    <message>
        <source>Newness</source>
        <translation>Новизна</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Зображення (*.png)</translation>
    </message>
    <message>
        <source>Right measures</source>
        <translation>Правильні такти</translation>
    </message>
    <message>
        <source>Save the curve</source>
        <translation>Зберегти криву</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <source>There is no curve yet.</source>
        <translation>Кривої ще немає.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренування</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валідація</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>Файл {0} записано.</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Steps: {0}. x is {1}, the goal {2}.</source>
        <translation>Кроків: {0}. x дорівнює {1}, ціль {2}.</translation>
    </message>
    <message>
        <source>The curve and your slope</source>
        <translation>Крива та ваш нахил</translation>
    </message>
    <message>
        <source>Your path down the loss</source>
        <translation>Ваш шлях униз за втратами</translation>
    </message>
    <message>
        <source>Your slope at {0}: {1}</source>
        <translation>Ваш нахил у {0}: {1}</translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message>
        <source>Choose runs in the table to lay their curves over each other</source>
        <translation>Виберіть запуски в таблиці, щоб накласти їхні криві</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Криві вибраних запусків</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>крок {0}</translation>
    </message>
</context>
<context>
    <name>DatasetsCommands</name>
    <message>
        <source>&amp;Search tunes</source>
        <translation>&amp;Шукати мелодії</translation>
    </message>
    <message>
        <source>&amp;Train on this</source>
        <translation>&amp;Тренувати на цих мелодіях</translation>
    </message>
    <message>
        <source>Add tune &amp;file…</source>
        <translation>Додати &amp;файл мелодій…</translation>
    </message>
    <message>
        <source>Add tune f&amp;older…</source>
        <translation>Додати &amp;теку мелодій…</translation>
    </message>
    <message>
        <source>Adds an .abc file to the sources of tunes</source>
        <translation>Додати файл .abc до джерел мелодій</translation>
    </message>
    <message>
        <source>Adds every .abc file of a folder to the sources of tunes</source>
        <translation>Додати всі файли .abc із теки до джерел мелодій</translation>
    </message>
    <message>
        <source>Export dataset as &amp;MIDI or sound…</source>
        <translation>Експортувати набір як MIDI чи зв&amp;ук…</translation>
    </message>
    <message>
        <source>Export dataset as t&amp;unebook…</source>
        <translation>Експортувати набір &amp;як збірку…</translation>
    </message>
    <message>
        <source>Goes to the search line above the tunes</source>
        <translation>Перейти до рядка пошуку над мелодіями</translation>
    </message>
    <message>
        <source>Takes the selected tunes, or all that are shown, to the training page; under Prepare, the corpus that the steps make</source>
        <translation>Передає вибрані мелодії або всі показані на сторінку тренування; на вкладці «Підготовка»&#xa0;— корпус, що його роблять кроки</translation>
    </message>
    <message>
        <source>There is no tune to train on: change the filter.</source>
        <translation>Немає мелодій для тренування: змініть фільтр.</translation>
    </message>
    <message>
        <source>There is no tune to write: change the filter.</source>
        <translation>Немає мелодій для запису: змініть фільтр.</translation>
    </message>
    <message>
        <source>Writes the selected tunes, or all that are shown, a file each</source>
        <translation>Записати виділені мелодії або всі показані, кожну в окремий файл</translation>
    </message>
    <message>
        <source>Writes the selected tunes, or all that are shown, as one PDF with contents</source>
        <translation>Записати виділені мелодії або всі показані в один PDF зі змістом</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>What the fix changes</source>
        <translation>Що змінює виправлення</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>DocumentFiles</name>
    <message>
        <source>ABC Studio</source>
        <translation>ABC Studio</translation>
    </message>
    <message>
        <source>ABC tunes (*.abc *.txt);;MIDI files (*.mid *.midi *.kar);;MusicXML files (*.musicxml *.mxl *.xml);;All files (*)</source>
        <translation>Мелодії ABC (*.abc *.txt);;Файли MIDI (*.mid *.midi *.kar);;Файли MusicXML (*.musicxml *.mxl *.xml);;Усі файли (*)</translation>
    </message>
    <message>
        <source>ABC tunes (*.abc)</source>
        <translation>Мелодії ABC (*.abc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не зберігати</translation>
    </message>
    <message>
        <source>Import MIDI and MusicXML files</source>
        <translation>Імпорт файлів MIDI та MusicXML</translation>
    </message>
    <message>
        <source>MIDI and MusicXML files (*.mid *.midi *.kar *.musicxml *.mxl *.xml);;All files (*)</source>
        <translation>Файли MIDI та MusicXML (*.mid *.midi *.kar *.musicxml *.mxl *.xml);;Усі файли (*)</translation>
    </message>
    <message>
        <source>Open as a source</source>
        <translation>Відкрити як джерело</translation>
    </message>
    <message>
        <source>Open tunes</source>
        <translation>Відкрити мелодії</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Save as UTF-8</source>
        <translation>Зберегти як UTF-8</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Зберегти під іншою назвою</translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation>Зберегти {0}</translation>
    </message>
    <message>
        <source>Saving replaces what is there now.</source>
        <translation>Збереження замінить те, що там зараз.</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Текстові файли (*.txt)</translation>
    </message>
    <message>
        <source>The disk is read-only. The file stays as it is.</source>
        <translation>Диск лише для читання. Файл лишається як є.</translation>
    </message>
    <message>
        <source>The file is marked as read-only. It stays as it is.</source>
        <translation>Файл позначено лише для читання. Він лишається як є.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Вітаємо</translation>
    </message>
    <message>
        <source>Your text cannot be saved there.</source>
        <translation>Текст туди зберегти не можна.</translation>
    </message>
    <message>
        <source>{0} is no longer a file: {1}.</source>
        <translation>{0} більше не файл: {1}.</translation>
    </message>
    <message>
        <source>{0} is not saved.</source>
        <translation>Файл {0} не збережено.</translation>
    </message>
    <message>
        <source>{0} is saved.</source>
        <translation>Файл {0} збережено.</translation>
    </message>
    <message>
        <source>{0} is too large to edit here: more than {1} MB.</source>
        <translation>Файл {0} завеликий, щоб редагувати його тут: понад {1} МБ.</translation>
    </message>
    <message>
        <source>{0} may only be read.</source>
        <translation>Файл {0} можна лише читати.</translation>
    </message>
    <message>
        <source>{0} was changed by another program.</source>
        <translation>Файл {0} змінила інша програма.</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Лишити відкритою</translation>
    </message>
    <message>
        <source>Close the &amp;others</source>
        <translation>Закрити &amp;інші</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Закрити вкладку</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Закрити {0}</translation>
    </message>
    <message>
        <source>Copy the &amp;path</source>
        <translation>&amp;Скопіювати шлях</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>Відкриті тексти</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Показати в &amp;теці</translation>
    </message>
    <message>
        <source>Show the tabs at the left</source>
        <translation>Показати вкладки ліворуч</translation>
    </message>
    <message>
        <source>Show the tabs at the right</source>
        <translation>Показати вкладки праворуч</translation>
    </message>
    <message>
        <source>{0}, not saved</source>
        <translation>{0}, не збережено</translation>
    </message>
    <message>
        <source>{0}, preview</source>
        <translation>{0}, перегляд</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копіювати</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Знайти…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Вставити</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити зміну</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати зміну</translation>
    </message>
    <message>
        <source>&amp;Undo removing a take</source>
        <translation>Повернути &amp;прибрану спробу</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Копіювати виділене</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Ви&amp;різати</translation>
    </message>
    <message>
        <source>Cut what is selected</source>
        <translation>Вирізати виділене</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Знайти &amp;далі</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Зн&amp;айти попереднє</translation>
    </message>
    <message>
        <source>Find words or notes in the text</source>
        <translation>Знайти слова або ноти в тексті</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>Перейти до наступного збігу</translation>
    </message>
    <message>
        <source>Go to the place before</source>
        <translation>Перейти до попереднього місця</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Зробити зміну знову</translation>
    </message>
    <message>
        <source>Paste the clipboard</source>
        <translation>Вставити з буфера обміну</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>В&amp;иділити все</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Виділити весь текст</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Скасувати останню зміну</translation>
    </message>
</context>
<context>
    <name>EffectPlot</name>
    <message>
        <source>Characters/s by: {0}</source>
        <translation>Символів за секунду за: {0}</translation>
    </message>
    <message>
        <source>Effects on loss and speed</source>
        <translation>Вплив на втрати й швидкість</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Ще нічого не натреновано</translation>
    </message>
    <message>
        <source>Validation loss by: {0}</source>
        <translation>Втрати на валідації за: {0}</translation>
    </message>
</context>
<context>
    <name>EncodingChooser</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодування</translation>
    </message>
    <message>
        <source>&amp;Name it in the text</source>
        <translation>&amp;Назвати його в тексті</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Прочитати</translation>
    </message>
    <message>
        <source>A mark in the file names its encoding.</source>
        <translation>Кодування названо позначкою у файлі.</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Інше…</translation>
    </message>
    <message>
        <source>Read the file with this encoding</source>
        <translation>Прочитати файл у цьому кодуванні</translation>
    </message>
    <message>
        <source>Save the text first: its file is read anew.</source>
        <translation>Спершу збережіть текст: файл буде прочитано знову.</translation>
    </message>
    <message>
        <source>Some bytes of {0} are not UTF-8. They stay as they are.</source>
        <translation>Деякі байти файлу {0}&#xa0;— не UTF-8. Вони лишаються як є.</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>Кодування тексту</translation>
    </message>
    <message>
        <source>The file is read anew; nothing in it is changed until you save.</source>
        <translation>Файл читається знову; нічого в ньому не зміниться, доки не збережете.</translation>
    </message>
    <message>
        <source>This text has no file.</source>
        <translation>Цей текст не має файлу.</translation>
    </message>
    <message>
        <source>This text is still being changed.</source>
        <translation>Цей текст іще змінюється.</translation>
    </message>
    <message>
        <source>Write a line %%abc-charset at the top, which every program of ABC obeys</source>
        <translation>Написати вгорі рядок&#xa0;%%abc-charset, якого дотримується кожна програма для ABC</translation>
    </message>
</context>
<context>
    <name>EncodingLine</name>
    <message>
        <source>Another encoding</source>
        <translation>Інше кодування</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Інше…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодування</translation>
    </message>
    <message>
        <source>Encoding not known, read as {0}</source>
        <translation>Кодування невідоме, прочитано як {0}</translation>
    </message>
    <message>
        <source>Read the file with another encoding</source>
        <translation>Прочитати файл в іншому кодуванні</translation>
    </message>
    <message>
        <source>{0}, as you chose</source>
        <translation>{0}, вибрано вами</translation>
    </message>
    <message>
        <source>{0}, guessed</source>
        <translation>{0}, вгадано</translation>
    </message>
    <message>
        <source>{0}, though the text names {1}</source>
        <translation>{0}, хоча в тексті вказано {1}</translation>
    </message>
    <message>
        <source>{0}, with bytes that mean nothing there</source>
        <translation>{0}, є байти, які там нічого не означають</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Letters are text outside the music</source>
        <translation>Літери тут&#xa0;— текст поза музикою</translation>
    </message>
    <message>
        <source>Next: another pitch for the chosen note</source>
        <translation>Далі: інша висота вибраної ноти</translation>
    </message>
    <message>
        <source>Next: {0} near {1} ({2}: chord)</source>
        <translation>Далі: {0} біля {1} ({2}: акорд)</translation>
    </message>
    <message>
        <source>The next note joins the last one</source>
        <translation>Наступна нота приєднується до останньої</translation>
    </message>
    <message>
        <source>Triplet, {0} left: {1} near {2}</source>
        <translation>Тріоль, ще нот: {0}; {1} біля {2}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
</context>
<context>
    <name>ExpectationRow</name>
    <message>
        <source>The text cannot be changed just now</source>
        <translation>Текст саме зараз змінити не можна</translation>
    </message>
    <message>
        <source>This is what stands here</source>
        <translation>Саме це тут і стоїть</translation>
    </message>
    <message>
        <source>What the model expected at this place</source>
        <translation>Чого модель очікувала в цьому місці</translation>
    </message>
    <message>
        <source>Write {0} here instead; one step to undo</source>
        <translation>Написати тут натомість {0}; скасовується одним кроком</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <source>{0}, expected with {1}</source>
        <translation>{0}, очікування {1}</translation>
    </message>
</context>
<context>
    <name>Expectations</name>
    <message>
        <source>a space</source>
        <translation>пробіл</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>кінець рядка</translation>
    </message>
</context>
<context>
    <name>ExplanationLine</name>
    <message>
        <source>What the ABC at the caret means</source>
        <translation>Що означає ABC біля курсора</translation>
    </message>
</context>
<context>
    <name>ExplanationPresenter</name>
    <message>
        <source>Nothing stands here yet.</source>
        <translation>Тут іще нічого немає.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Export the tune</source>
        <translation>Експорт мелодії</translation>
    </message>
    <message>
        <source>MusicXML files (*.musicxml *.xml)</source>
        <translation>Файли MusicXML (*.musicxml *.xml)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Текстові файли (*.txt)</translation>
    </message>
    <message>
        <source>Writing {0}…</source>
        <translation>Запис файлу {0}…</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Without credits, numbers and slurs: {0}; as written in the file: {1}</source>
        <translation>Без відомостей про авторів, номерів і ліг: {0}; як записано у файлі: {1}</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>символів</translation>
    </message>
    <message>
        <source>distinct characters, as the network reads them</source>
        <translation>різних символів, як їх читає мережа</translation>
    </message>
    <message>
        <source>measures, the median tune</source>
        <translation>тактів, медіана</translation>
    </message>
    <message>
        <source>tunes</source>
        <translation>мелодій</translation>
    </message>
</context>
<context>
    <name>FiguresCommands</name>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Значення через кому (*.csv)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Малюнок (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Зображення (*.png)</translation>
    </message>
    <message>
        <source>Save charts as &amp;picture…</source>
        <translation>Зберегти &amp;діаграми як малюнок…</translation>
    </message>
    <message>
        <source>Save fi&amp;gures as CSV…</source>
        <translation>Зберегти &amp;числа у CSV…</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Збереження діаграм</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Збереження чисел</translation>
    </message>
    <message>
        <source>The tunes are not counted yet: open their statistics.</source>
        <translation>Мелодії ще не пораховано: відкрийте їхню статистику.</translation>
    </message>
    <message>
        <source>Writes every bar of every chart as a line that a spreadsheet reads</source>
        <translation>Записати кожен стовпчик кожної діаграми рядком для електронної таблиці</translation>
    </message>
    <message>
        <source>Writes the charts of the shown tunes as one picture, PNG or SVG</source>
        <translation>Записати діаграми показаних мелодій одним малюнком, PNG або SVG</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>Файл {0} записано.</translation>
    </message>
</context>
<context>
    <name>FiguresRoom</name>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>All tunes. Click a bar to see only its tunes.</source>
        <translation>Усі мелодії. Клацніть стовпчик, щоб побачити лише його мелодії.</translation>
    </message>
    <message>
        <source>Asks no more for {0}</source>
        <translation>Більше не вимагати {0}</translation>
    </message>
    <message>
        <source>Counting the tunes…</source>
        <translation>Триває підрахунок мелодій…</translation>
    </message>
    <message>
        <source>Measures by their rank</source>
        <translation>Такти за рангом</translation>
    </message>
    <message>
        <source>Measures: {0}, distinct: {1}, used once only: {2}. Both scales grow tenfold; the line is Zipf&apos;s law, by which the tenth is used a tenth as often as the first.</source>
        <translation>Тактів: {0}, різних: {1}, ужитих лише раз: {2}. Обидві шкали ростуть удесятеро; пряма&#xa0;— закон Ципфа, за яким десятий уживається вдесятеро рідше за перший.</translation>
    </message>
    <message>
        <source>Only tunes with {0}</source>
        <translation>Лише мелодії з {0}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Решта</translation>
    </message>
    <message numerus="yes">
        <source>Ranges, forms and measures follow: {0} of %Ln tunes are read.</source>
        <translation>
            <numerusform>Діапазони, форми й такти з’являться згодом: прочитано {0} з %Ln мелодії.</numerusform>
            <numerusform>Діапазони, форми й такти з’являться згодом: прочитано {0} з %Ln мелодій.</numerusform>
            <numerusform>Діапазони, форми й такти з’являться згодом: прочитано {0} з %Ln мелодій.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows only the tunes with {0}</source>
        <translation>Показати лише мелодії з {0}</translation>
    </message>
    <message>
        <source>Statistics of the tunes</source>
        <translation>Статистика мелодій</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;Close the tune</source>
        <translation>З&amp;акрити мелодію</translation>
    </message>
    <message>
        <source>&amp;Import MIDI or MusicXML…</source>
        <translation>&amp;Імпортувати MIDI або MusicXML…</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Створити</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Відкрити…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Зберегти</translation>
    </message>
    <message>
        <source>Begin a jig, a reel, a song or another kind of tune</source>
        <translation>Почати джигу, рил, пісню чи мелодію іншого виду</translation>
    </message>
    <message>
        <source>Begin an empty tune</source>
        <translation>Почати порожню мелодію</translation>
    </message>
    <message>
        <source>Close this text; a take also leaves the list</source>
        <translation>Закрити цей текст; спроба зникає ще й зі списку</translation>
    </message>
    <message>
        <source>Export &amp;MIDI…</source>
        <translation>&amp;Експортувати MIDI…</translation>
    </message>
    <message>
        <source>Export Music&amp;XML…</source>
        <translation>Е&amp;кспортувати MusicXML…</translation>
    </message>
    <message>
        <source>Export all tunes as &amp;sound…</source>
        <translation>Експортувати всі &amp;мелодії як звук…</translation>
    </message>
    <message>
        <source>Export s&amp;ound…</source>
        <translation>Ек&amp;спортувати звук…</translation>
    </message>
    <message>
        <source>Export the &amp;words…</source>
        <translation>Експортувати с&amp;лова…</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>Створити за &amp;шаблоном…</translation>
    </message>
    <message>
        <source>Open an ABC file</source>
        <translation>Відкрити файл ABC</translation>
    </message>
    <message>
        <source>Open what was not saved when the studio ended unexpectedly</source>
        <translation>Відкрити те, що не було збережено, коли студія несподівано завершилася</translation>
    </message>
    <message>
        <source>Read the file anew with another encoding, where its letters are wrong</source>
        <translation>Прочитати файл в іншому кодуванні, якщо літери неправильні</translation>
    </message>
    <message>
        <source>Recover &amp;unsaved text</source>
        <translation>Від&amp;новити незбережений текст</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Зберегти &amp;як…</translation>
    </message>
    <message>
        <source>Save the text to another file</source>
        <translation>Зберегти текст в інший файл</translation>
    </message>
    <message>
        <source>Save the text to its file</source>
        <translation>Зберегти текст у його файл</translation>
    </message>
    <message>
        <source>Text encoding…</source>
        <translation>Кодування тексту…</translation>
    </message>
    <message>
        <source>Write each tune of this text as sound or MIDI</source>
        <translation>Записати кожну мелодію цього тексту як звук або MIDI</translation>
    </message>
    <message>
        <source>Write the notes of a MIDI or MusicXML file down as a new tune</source>
        <translation>Записати ноти файлу MIDI або MusicXML як нову мелодію</translation>
    </message>
    <message>
        <source>Write the tune as a MIDI file, as heard or as written</source>
        <translation>Записати мелодію як файл MIDI: як звучить або як записано</translation>
    </message>
    <message>
        <source>Write the tune as a score for other notation programs</source>
        <translation>Записати мелодію нотами для інших нотних програм</translation>
    </message>
    <message>
        <source>Write the tune as sound: WAV, FLAC or Ogg Vorbis</source>
        <translation>Записати мелодію як звук: WAV, FLAC або Ogg Vorbis</translation>
    </message>
    <message>
        <source>Write the verses of a song as a text file</source>
        <translation>Записати куплети пісні як текстовий файл</translation>
    </message>
</context>
<context>
    <name>FileTabs</name>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Наступна &amp;вкладка</translation>
    </message>
    <message>
        <source>No other text is open.</source>
        <translation>Інших відкритих текстів немає.</translation>
    </message>
    <message>
        <source>Open the folder of the file in the editor</source>
        <translation>Відкрити теку файлу, що в редакторі</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Поп&amp;ередня вкладка</translation>
    </message>
    <message>
        <source>Show in fo&amp;lder</source>
        <translation>Показати в Показати в тец&amp;ітеці</translation>
    </message>
    <message>
        <source>Show the open text at the left</source>
        <translation>Показати відкритий текст ліворуч</translation>
    </message>
    <message>
        <source>Show the open text at the right</source>
        <translation>Показати відкритий текст праворуч</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>Шлях у буфері обміну.</translation>
    </message>
    <message>
        <source>This text is not saved yet.</source>
        <translation>Цей текст ще не збережено.</translation>
    </message>
    <message>
        <source>{0}: closing the tab leaves it in the list of takes</source>
        <translation>{0}: якщо закрити вкладку, лишається у списку спроб</translation>
    </message>
    <message>
        <source>{0}: not saved yet</source>
        <translation>{0}: ще не збережено</translation>
    </message>
    <message>
        <source>{0}: the next known tune opens in this tab, unless you change something or double-click the tab</source>
        <translation>{0}: у цій вкладці відкриється наступна відома мелодія, якщо нічого не змінити й не клацнути вкладку двічі</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Знайти в тексті</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>Знайдено: {0}</translation>
    </message>
    <message>
        <source>In notes only: not in fields, lyrics, remarks, quotes, decorations</source>
        <translation>Лише в нотах: не в полях, словах, примітках, лапках, виконавських знаках</translation>
    </message>
    <message>
        <source>Match case: c is not C</source>
        <translation>Зважати на регістр: c&#xa0;— не C</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Наступне місце</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <source>Only in the tune at the caret</source>
        <translation>Лише в мелодії біля курсора</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Попереднє місце</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Замінити всі</translation>
    </message>
    <message>
        <source>Replace every highlighted match ({0}); undo reverts them all</source>
        <translation>Замінити всі підсвічені збіги ({0}); усі можна скасувати разом</translation>
    </message>
    <message>
        <source>Replace the selected match ({0})</source>
        <translation>Замінити виділений збіг ({0})</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Замінити на</translation>
    </message>
    <message>
        <source>Replaced: {0}</source>
        <translation>Замінено: {0}</translation>
    </message>
    <message>
        <source>The words are a regular expression</source>
        <translation>Слова&#xa0;— регулярний вираз</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що знайдено</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Лише цілі слова</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>з кінця</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>з початку</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} з {1}</translation>
    </message>
    <message>
        <source>{0} replaces. In an expression \1 is the first group, \n a new line</source>
        <translation>{0} замінює. У регулярному виразі \1&#xa0;— перша група, \n&#xa0;— новий рядок</translation>
    </message>
    <message>
        <source>{0}: next match, {1}: previous match, {2}: close</source>
        <translation>{0}: наступний збіг, {1}: попередній збіг, {2}: закрити</translation>
    </message>
</context>
<context>
    <name>FindingCommands</name>
    <message>
        <source>&amp;Clear the melody</source>
        <translation>О&amp;чистити ноти пошуку</translation>
    </message>
    <message>
        <source>&amp;Hear the melody</source>
        <translation>П&amp;рослухати ноти пошуку</translation>
    </message>
    <message>
        <source>&amp;Open the tune that was found</source>
        <translation>&amp;Відкрити знайдену мелодію</translation>
    </message>
    <message>
        <source>&amp;Play the place</source>
        <translation>&amp;Грати місце</translation>
    </message>
    <message>
        <source>Closest &amp;relatives</source>
        <translation>Найближчі &amp;споріднені</translation>
    </message>
    <message>
        <source>Empties the field; undo in it brings the notes back</source>
        <translation>Спорожнити поле; скасування зміни в ньому поверне ноти</translation>
    </message>
    <message>
        <source>Find a recordin&amp;g…</source>
        <translation>&amp;Упізнати запис…</translation>
    </message>
    <message>
        <source>Find a recording</source>
        <translation>Упізнати запис</translation>
    </message>
    <message>
        <source>Find by &amp;melody</source>
        <translation>Пошук за &amp;мелодією</translation>
    </message>
    <message>
        <source>Finds the tunes of a source that have a few notes, in any key</source>
        <translation>Знайти мелодії джерела, у яких є кілька заданих нот, у будь-якій тональності</translation>
    </message>
    <message>
        <source>Finds the tunes that have the notes selected in the text of this one</source>
        <translation>Знайти мелодії, у яких є ноти, виділені в тексті цієї</translation>
    </message>
    <message>
        <source>Finds the tunes that share most with the tune in the preview</source>
        <translation>Знайти мелодії, які мають найбільше спільного з мелодією в перегляді</translation>
    </message>
    <message>
        <source>Goes to the next tune that was found, and plays the notes there</source>
        <translation>Перейти до наступної знайденої мелодії та зіграти там ці ноти</translation>
    </message>
    <message>
        <source>Listens to a recording of somebody playing (WAV, MP3, FLAC, Ogg or MIDI), and finds it</source>
        <translation>Слухає запис чиєїсь гри (WAV, MP3, FLAC, Ogg чи MIDI) і знаходить мелодію</translation>
    </message>
    <message>
        <source>No tune is chosen.</source>
        <translation>Мелодію не вибрано.</translation>
    </message>
    <message>
        <source>Opens a copy of it in the composer</source>
        <translation>Відкрити її копію на сторінці «Композиція»</translation>
    </message>
    <message>
        <source>P&amp;lay the notes in</source>
        <translation>З&amp;іграти ноти для пошуку</translation>
    </message>
    <message>
        <source>Play notes on the piano, a MIDI keyboard or with letters: they are looked for</source>
        <translation>Зіграти ноти на фортепіано, MIDI-клавіатурі чи літерами: їх буде знайдено</translation>
    </message>
    <message>
        <source>Play the &amp;next place</source>
        <translation>Грати &amp;наступне місце</translation>
    </message>
    <message>
        <source>Plays the notes that were found as they stand in the chosen tune</source>
        <translation>Зіграти знайдені ноти, як вони стоять у вибраній мелодії</translation>
    </message>
    <message>
        <source>Plays the notes that you look for</source>
        <translation>Зіграти ноти, які шукаєте</translation>
    </message>
    <message>
        <source>Recordings ({0});;All files (*)</source>
        <translation>Записи ({0});;Усі файли (*)</translation>
    </message>
    <message>
        <source>There is no melody yet.</source>
        <translation>Мелодії для пошуку ще немає.</translation>
    </message>
    <message>
        <source>Where &amp;else?</source>
        <translation>&amp;Де ще?</translation>
    </message>
    <message>
        <source>“Find by melody” lists the tunes that have a melody.</source>
        <translation>Мелодії, де є ці ноти, перелічує вкладка «Пошук за мелодією».</translation>
    </message>
</context>
<context>
    <name>FindingPresenter</name>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>джерело: {0}</translation>
    </message>
    <message>
        <source>the first 64 notes were looked for</source>
        <translation>пошук за першими 64 нотами</translation>
    </message>
    <message>
        <source>{0} in {1}: {2}</source>
        <translation>{0} у {1}: {2}</translation>
    </message>
</context>
<context>
    <name>FindingRoom</name>
    <message>
        <source>Find by melody</source>
        <translation>За мелодією</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message numerus="yes">
        <source>%Ln more notes are needed; eight or more find the tune that you mean.</source>
        <translation>
            <numerusform>Потрібна ще %Ln нота; за вісьмома чи більше знайдеться потрібна мелодія.</numerusform>
            <numerusform>Потрібні ще %Ln ноти; за вісьмома чи більше знайдеться потрібна мелодія.</numerusform>
            <numerusform>Потрібно ще %Ln нот; за вісьмома чи більше знайдеться потрібна мелодія.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Choose another source on the left, or add a file of tunes.</source>
        <translation>Виберіть інше джерело ліворуч або додайте файл мелодій.</translation>
    </message>
    <message>
        <source>Find a recording…</source>
        <translation>Упізнати запис…</translation>
    </message>
    <message>
        <source>It takes a moment, and once for each source.</source>
        <translation>Це триває мить і лише раз для кожного джерела.</translation>
    </message>
    <message>
        <source>Listening to the recording…</source>
        <translation>Запис прослуховується…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Шукати ще раз</translation>
    </message>
    <message>
        <source>Look in all sources</source>
        <translation>Шукати в усіх джерелах</translation>
    </message>
    <message>
        <source>Looking for relatives…</source>
        <translation>Пошук споріднених…</translation>
    </message>
    <message>
        <source>No melody is heard</source>
        <translation>Мелодії не чути</translation>
    </message>
    <message>
        <source>No other tune has this melody</source>
        <translation>Більше ніде такої мелодії немає</translation>
    </message>
    <message>
        <source>No relatives found</source>
        <translation>Споріднених не знайдено</translation>
    </message>
    <message>
        <source>No tune has this melody</source>
        <translation>Такої мелодії ніде немає</translation>
    </message>
    <message>
        <source>No tune has this title</source>
        <translation>Жодна мелодія не має такої назви</translation>
    </message>
    <message>
        <source>No tune is like the recording</source>
        <translation>Жодна мелодія не схожа на запис</translation>
    </message>
    <message>
        <source>No tune shares more with it than many do.</source>
        <translation>Жодна мелодія не має з нею більше спільного, ніж мають багато інших.</translation>
    </message>
    <message>
        <source>Nor anything close to it. Leave some notes out.</source>
        <translation>І нічого близького теж. Пропустіть кілька нот.</translation>
    </message>
    <message>
        <source>Nor anything close to it. Select fewer notes.</source>
        <translation>І нічого близького теж. Виділіть менше нот.</translation>
    </message>
    <message>
        <source>Nor anything close to it. Type fewer words.</source>
        <translation>І нічого близького теж. Введіть менше слів.</translation>
    </message>
    <message>
        <source>One more note is needed; eight or more find the tune that you mean.</source>
        <translation>Потрібна ще одна нота; за вісьмома чи більше знайдеться потрібна мелодія.</translation>
    </message>
    <message>
        <source>Or add another source on the left.</source>
        <translation>Або додайте ліворуч інше джерело.</translation>
    </message>
    <message>
        <source>Or look in all of your sources.</source>
        <translation>Або шукайте в усіх своїх джерелах.</translation>
    </message>
    <message>
        <source>Reading the melodies…</source>
        <translation>Мелодії читаються…</translation>
    </message>
    <message>
        <source>Searches the bundled tunebook and your sources</source>
        <translation>Шукає у вбудованій збірці та ваших джерелах</translation>
    </message>
    <message>
        <source>The first one in a source reads all of its tunes; later ones are quick.</source>
        <translation>Перший пошук у джерелі читає всі його мелодії; наступні йдуть швидко.</translation>
    </message>
    <message>
        <source>The melodies cannot be read</source>
        <translation>Мелодії не вдалося прочитати</translation>
    </message>
    <message>
        <source>The recording cannot be heard</source>
        <translation>Запис не вдалося прослухати</translation>
    </message>
    <message>
        <source>The score above shows what was heard. One instrument near the microphone is heard best, ten seconds or more.</source>
        <translation>Ноти вгорі показують, що почуто. Найкраще чути один інструмент біля мікрофона, десять секунд або довше.</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>Пошук скасовано</translation>
    </message>
    <message>
        <source>There are no tunes to look in</source>
        <translation>Немає мелодій, серед яких шукати</translation>
    </message>
    <message>
        <source>Too short to look for</source>
        <translation>Закоротко для пошуку</translation>
    </message>
    <message>
        <source>Type a title or some notes, play them, or select notes of a tune in the composer and choose “Where else?”. Spelling and key do not matter, and a wrong letter or note is forgiven. Or open a recording of somebody playing, or drop it here.</source>
        <translation>Введіть назву чи кілька нот, зіграйте їх або виділіть ноти мелодії на сторінці «Композиція» й виберіть «Де ще?». Правопис і тональність не важать, хибна літера чи нота не завадить. Або відкрийте чи перетягніть сюди запис чиєїсь гри.</translation>
    </message>
    <message>
        <source>Which tune is this?</source>
        <translation>Що це за мелодія?</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} з %Ln мелодії</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixSession</name>
    <message numerus="yes">
        <source>%Ln problems are fixed.</source>
        <translation>
            <numerusform>%Ln проблему виправлено.</numerusform>
            <numerusform>%Ln проблеми виправлено.</numerusform>
            <numerusform>%Ln проблем виправлено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay: their fixes would not help here.</source>
        <translation>
            <numerusform>%Ln лишається: виправлення тут не допоможе.</numerusform>
            <numerusform>%Ln лишаються: виправлення тут не допоможуть.</numerusform>
            <numerusform>%Ln лишаються: виправлення тут не допоможуть.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 problem is fixed.</source>
        <translation>1 проблему виправлено.</translation>
    </message>
    <message>
        <source>1 stays: its fix would not help here.</source>
        <translation>1 лишається: виправлення тут не допоможе.</translation>
    </message>
    <message>
        <source>The text has changed meanwhile, so nothing was fixed.</source>
        <translation>Текст тим часом змінився, тож нічого не виправлено.</translation>
    </message>
    <message numerus="yes">
        <source>These fixes removed %Ln other problems too.</source>
        <translation>
            <numerusform>Ці виправлення усунули ще %Ln проблему.</numerusform>
            <numerusform>Ці виправлення усунули ще %Ln проблеми.</numerusform>
            <numerusform>Ці виправлення усунули ще %Ln проблем.</numerusform>
        </translation>
    </message>
    <message>
        <source>This fix removed 1 other problem too.</source>
        <translation>Це виправлення усунуло ще 1 проблему.</translation>
    </message>
</context>
<context>
    <name>FixedFigures</name>
    <message>
        <source>By the speed so far</source>
        <translation>За дотеперішньою швидкістю</translation>
    </message>
    <message>
        <source>How many times it has learned, and of how many</source>
        <translation>Скільки кроків пройдено і скільки всього</translation>
    </message>
    <message>
        <source>On held-out tunes, at the latest evaluation</source>
        <translation>На відкладених мелодіях, за останнім оцінюванням</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <source>The mean of the latest ten steps, in nats per character</source>
        <translation>Середнє останніх десяти кроків, нат на символ</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Лишилося</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Валідація</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} з {1}</translation>
    </message>
</context>
<context>
    <name>FocusMode</name>
    <message>
        <source>{0} brings everything back.</source>
        <translation>{0} повертає все на місце.</translation>
    </message>
</context>
<context>
    <name>FoldedOptions</name>
    <message>
        <source>Fewer options</source>
        <translation>Менше параметрів</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Більше параметрів</translation>
    </message>
    <message numerus="yes">
        <source>More options (%Ln set)</source>
        <translation>
            <numerusform>Більше параметрів (%Ln змінений)</numerusform>
            <numerusform>Більше параметрів (%Ln змінені)</numerusform>
            <numerusform>Більше параметрів (%Ln змінених)</numerusform>
        </translation>
    </message>
    <message>
        <source>The seed, the length, and how the network chooses among the likely characters</source>
        <translation>Початок, довжина і те, як мережа вибирає з імовірних символів</translation>
    </message>
</context>
<context>
    <name>ForeignImporter</name>
    <message>
        <source>{0} is read as a new tune.</source>
        <translation>Файл {0} прочитано як нову мелодію.</translation>
    </message>
</context>
<context>
    <name>FormPresenter</name>
    <message>
        <source>The tunes of last time are no longer there: {0}. Choose others.</source>
        <translation>Мелодій минулого разу вже немає: {0}. Виберіть інші.</translation>
    </message>
    <message>
        <source>{0} is no longer there. Its tunes stay as they were read until you quit; each run keeps its own copy of them.</source>
        <translation>«{0}» вже немає. До виходу з програми мелодії лишаються такими, як їх прочитано; кожен запуск має власну їх копію.</translation>
    </message>
    <message numerus="yes">
        <source>{0}, %Ln tunes</source>
        <translation>
            <numerusform>{0}, %Ln мелодія</numerusform>
            <numerusform>{0}, %Ln мелодії</numerusform>
            <numerusform>{0}, %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, 1 tune</source>
        <translation>{0}, 1 мелодія</translation>
    </message>
    <message>
        <source>{0}, held out: {1}</source>
        <translation>{0}, відкладено: {1}</translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
    <message>
        <source>Your functions</source>
        <translation>Ваші функції</translation>
    </message>
    <message>
        <source>{0} – not passed yet: {1}</source>
        <translation>{0} – ще не пройдено: {1}</translation>
    </message>
    <message>
        <source>{0} – passed: {1}</source>
        <translation>{0} – пройдено: {1}</translation>
    </message>
    <message>
        <source>{0} – stopped the last run: {1}</source>
        <translation>{0} – зупинила останній запуск: {1}</translation>
    </message>
</context>
<context>
    <name>GatesView</name>
    <message>
        <source>Each row is a unit, each column a character.</source>
        <translation>Кожен рядок&#xa0;— нейрон, кожен стовпчик&#xa0;— символ.</translation>
    </message>
    <message>
        <source>The gates of the network over your tune</source>
        <translation>Вентилі мережі впродовж вашої мелодії</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрито</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>пам’ятати</translation>
    </message>
    <message>
        <source>open</source>
        <translation>відкрито</translation>
    </message>
    <message>
        <source>show</source>
        <translation>показувати</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>вбирати</translation>
    </message>
</context>
<context>
    <name>GradeDialog</name>
    <message>
        <source>&amp;Choose archives…</source>
        <translation>&amp;Вибрати архіви…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>&amp;Save the table…</source>
        <translation>Зберегти &amp;таблицю…</translation>
    </message>
    <message>
        <source>Archive {0} of {1}, answers checked: {2}</source>
        <translation>Архів {0} з {1}, перевірено відповідей: {2}</translation>
    </message>
    <message>
        <source>Archives of answers (*.zip)</source>
        <translation>Архіви відповідей (*.zip)</translation>
    </message>
    <message>
        <source>Choose the archives that students have made with Learn &gt; Hand in. Each answer is checked anew; rest the mouse on a cell to see what the check says.</source>
        <translation>Виберіть архіви, які студенти зробили командою «Навчання &gt; Здати відповіді». Кожну відповідь перевіряють заново; наведіть вказівник на клітинку, щоб побачити, що каже перевірка.</translation>
    </message>
    <message>
        <source>Grade a class</source>
        <translation>Оцінювання групи</translation>
    </message>
    <message>
        <source>Loading PyTorch…</source>
        <translation>Завантаження PyTorch…</translation>
    </message>
    <message>
        <source>Reading the lessons…</source>
        <translation>Читання уроків…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Зберегти таблицю</translation>
    </message>
    <message>
        <source>Stopped. The rows that are there are whole.</source>
        <translation>Зупинено. Рядки, які вже є, повні.</translation>
    </message>
    <message>
        <source>Students in the table: {0}.</source>
        <translation>Студентів у таблиці: {0}.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблиця (*.csv)</translation>
    </message>
    <message>
        <source>The table cannot be written: {0}</source>
        <translation>Таблицю не вдалося записати: {0}</translation>
    </message>
    <message>
        <source>What students have handed in</source>
        <translation>Що здали студенти</translation>
    </message>
    <message>
        <source>Writes the table for a spreadsheet, as CSV</source>
        <translation>Записати таблицю як CSV для електронних таблиць</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>Файл {0} записано.</translation>
    </message>
</context>
<context>
    <name>GradeTable</name>
    <message>
        <source>Hints</source>
        <translation>Підказки</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Пройдено</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Студент</translation>
    </message>
    <message>
        <source>Table of the class</source>
        <translation>Таблиця групи</translation>
    </message>
    <message>
        <source>not handed in</source>
        <translation>не здано</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>ще не правильно</translation>
    </message>
    <message>
        <source>right</source>
        <translation>правильно</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} з {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>The graph of your function</source>
        <translation>Графік вашої функції</translation>
    </message>
</context>
<context>
    <name>GroupingCommands</name>
    <message>
        <source>&amp;Unfold all groups</source>
        <translation>&amp;Розгорнути всі групи</translation>
    </message>
    <message>
        <source>Do &amp;not group</source>
        <translation>&amp;Не групувати</translation>
    </message>
    <message>
        <source>Fo&amp;ld all groups</source>
        <translation>З&amp;горнути всі групи</translation>
    </message>
    <message>
        <source>Group by &amp;file</source>
        <translation>Групувати за &amp;файлом</translation>
    </message>
    <message>
        <source>Group by &amp;key</source>
        <translation>Групувати за &amp;тональністю</translation>
    </message>
    <message>
        <source>Group by &amp;meter</source>
        <translation>Групувати за ро&amp;зміром</translation>
    </message>
    <message>
        <source>Group by &amp;origin</source>
        <translation>Групувати за &amp;походженням</translation>
    </message>
    <message>
        <source>Group by &amp;rhythm</source>
        <translation>Групувати за &amp;жанром</translation>
    </message>
    <message>
        <source>Leaves only the headings; {0} folds the group at one of them</source>
        <translation>Лишити тільки заголовки; {0} згортає групу біля одного з них</translation>
    </message>
    <message>
        <source>Shows the tunes of all groups; {0} unfolds a single one</source>
        <translation>Показати мелодії всіх груп; {0} розгортає одну</translation>
    </message>
    <message>
        <source>Shows the tunes of the table one by one</source>
        <translation>Показувати мелодії таблиці одну за одною</translation>
    </message>
    <message>
        <source>Shows the tunes of the table under headings that fold</source>
        <translation>Показувати мелодії таблиці під заголовками, які згортаються</translation>
    </message>
    <message>
        <source>The tunes are not grouped.</source>
        <translation>Мелодії не згруповано.</translation>
    </message>
</context>
<context>
    <name>GuessBar</name>
    <message>
        <source>What do you expect the code to give?</source>
        <translation>Що, на вашу думку, дасть цей код?</translation>
    </message>
    <message>
        <source>Your &amp;guess</source>
        <translation>Ва&amp;ш здогад</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Ваш здогад</translation>
    </message>
</context>
<context>
    <name>HandingInCommands</name>
    <message>
        <source>&amp;Grade a class…</source>
        <translation>Оцінити &amp;групу…</translation>
    </message>
    <message>
        <source>Archives of answers (*.zip)</source>
        <translation>Архіви відповідей (*.zip)</translation>
    </message>
    <message>
        <source>Checks what students have handed in, and shows a table</source>
        <translation>Перевірити, що здали студенти, і показати таблицю</translation>
    </message>
    <message>
        <source>Han&amp;d in…</source>
        <translation>З&amp;дати відповіді…</translation>
    </message>
    <message>
        <source>Hand in your answers</source>
        <translation>Здати відповіді</translation>
    </message>
    <message>
        <source>Packs your answers into an archive for the teacher</source>
        <translation>Запакувати ваші відповіді в архів для викладача</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>surname.zip</source>
        <translation>прізвище.zip</translation>
    </message>
    <message numerus="yes">
        <source>{0} holds %Ln answers. Give it to your teacher.</source>
        <translation>
            <numerusform>У файлі {0}&#xa0;— %Ln відповідь. Передайте його викладачеві.</numerusform>
            <numerusform>У файлі {0}&#xa0;— %Ln відповіді. Передайте його викладачеві.</numerusform>
            <numerusform>У файлі {0}&#xa0;— %Ln відповідей. Передайте його викладачеві.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds 1 answer. Give it to your teacher.</source>
        <translation>У файлі {0}&#xa0;— 1 відповідь. Передайте його викладачеві.</translation>
    </message>
</context>
<context>
    <name>HeaderRows</name>
    <message>
        <source>&amp;Key</source>
        <translation>Тона&amp;льність</translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation>&amp;Розмір</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Довільно</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Rh&amp;ythm</source>
        <translation>&amp;Жанр</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Writes the line {0}: into the seed; the title and what stands at Any are the network&apos;s, another in each take</source>
        <translation>Написати в початок рядок {0}:; назву й усе, де «Довільно», мережа вибирає сама, у кожній спробі інакше</translation>
    </message>
</context>
<context>
    <name>HealthCommands</name>
    <message>
        <source>&amp;Fix this tune</source>
        <translation>&amp;Виправити цю мелодію</translation>
    </message>
    <message>
        <source>&amp;Look for problems</source>
        <translation>&amp;Шукати проблеми</translation>
    </message>
    <message>
        <source>Export &amp;cleaned tunebook…</source>
        <translation>Експортувати &amp;очищену збірку…</translation>
    </message>
    <message>
        <source>Fi&amp;x all problems</source>
        <translation>Виправити всі проб&amp;леми</translation>
    </message>
    <message>
        <source>Find &amp;duplicates</source>
        <translation>Знайти &amp;однакові мелодії</translation>
    </message>
    <message>
        <source>Fix &amp;all of this kind</source>
        <translation>Виправити всі &amp;цього виду</translation>
    </message>
    <message>
        <source>Fixes every problem of the chosen kind; nothing on disk is changed</source>
        <translation>Виправити всі проблеми вибраного виду; на диску нічого не змінюється</translation>
    </message>
    <message>
        <source>Fixes the problems of all kinds in one step, then lists the changed tunes; nothing on disk is changed</source>
        <translation>Виправляє проблеми всіх видів одним кроком і показує змінені мелодії; на диску нічого не змінюється</translation>
    </message>
    <message>
        <source>It concerns a file, not a tune.</source>
        <translation>Вона стосується файлу, а не мелодії.</translation>
    </message>
    <message>
        <source>Leave th&amp;is tune out</source>
        <translation>Проп&amp;устити цю мелодію</translation>
    </message>
    <message>
        <source>Lists the tunes of the source that are there more than once, in any key</source>
        <translation>Показує мелодії джерела, які повторюються, у будь-якій тональності</translation>
    </message>
    <message>
        <source>Lists what is wrong with the tunes of the source, by kind</source>
        <translation>Перелічити за видами, що не так із мелодіями джерела</translation>
    </message>
    <message>
        <source>Makes the fix that is shown; nothing on disk is changed</source>
        <translation>Зробити показане виправлення; на диску нічого не змінюється</translation>
    </message>
    <message>
        <source>No fix is known for these problems.</source>
        <translation>Для цих проблем немає відомого виправлення.</translation>
    </message>
    <message>
        <source>No fix is known for this kind of problem.</source>
        <translation>Для цього виду проблем виправлення невідоме.</translation>
    </message>
    <message>
        <source>No fix is known for this problem.</source>
        <translation>Для цієї проблеми виправлення невідоме.</translation>
    </message>
    <message>
        <source>The cleaned tunebook does not have the tune of this problem</source>
        <translation>В очищеній збірці мелодії з цією проблемою не буде</translation>
    </message>
    <message>
        <source>There are no tunes to write.</source>
        <translation>Немає мелодій для запису.</translation>
    </message>
    <message>
        <source>This tune is left out already.</source>
        <translation>Цю мелодію вже пропущено.</translation>
    </message>
    <message>
        <source>Writes the tunes of the source with all fixes into a file</source>
        <translation>Записати мелодії джерела з усіма виправленнями у файл</translation>
    </message>
    <message>
        <source>“Health” lists the problems of the tunes; none are listed.</source>
        <translation>«Стан» показує проблеми мелодій; зараз список порожній.</translation>
    </message>
    <message>
        <source>“Health” lists the problems of the tunes; none is chosen.</source>
        <translation>Проблеми мелодій перелічує вкладка «Стан»; жодної не вибрано.</translation>
    </message>
</context>
<context>
    <name>HealthKindsTable</name>
    <message>
        <source>Count</source>
        <translation>Усього</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>Вид проблеми</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>Види проблем</translation>
    </message>
</context>
<context>
    <name>HealthPresenter</name>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln проблема</numerusform>
            <numerusform>%Ln проблеми</numerusform>
            <numerusform>%Ln проблем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes changed</source>
        <translation>
            <numerusform>%Ln мелодію змінено</numerusform>
            <numerusform>%Ln мелодії змінено</numerusform>
            <numerusform>%Ln мелодій змінено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes stay as they are: their fixes would change the music.</source>
        <translation>
            <numerusform>%Ln мелодія лишається як є: виправлення змінило б музику.</numerusform>
            <numerusform>%Ln мелодії лишаються як є: виправлення змінили б музику.</numerusform>
            <numerusform>%Ln мелодій лишаються як є: виправлення змінили б музику.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 проблема</translation>
    </message>
    <message>
        <source>1 tune changed</source>
        <translation>1 мелодію змінено</translation>
    </message>
    <message>
        <source>1 tune is well</source>
        <translation>1 мелодія в порядку</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln tunes are well</source>
        <translation>
            <numerusform>Усе гаразд: %Ln мелодія</numerusform>
            <numerusform>Усе гаразд: %Ln мелодії</numerusform>
            <numerusform>Усе гаразд: %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>Are these tunes well?</source>
        <translation>Чи все гаразд із мелодіями?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Comparing melodies…</source>
        <translation>Порівняння мелодій…</translation>
    </message>
    <message>
        <source>Look for problems</source>
        <translation>Шукати проблеми</translation>
    </message>
    <message>
        <source>Looking for problems…</source>
        <translation>Пошук проблем…</translation>
    </message>
    <message>
        <source>No problem was found in them.</source>
        <translation>Проблем у них не знайдено.</translation>
    </message>
    <message>
        <source>No tune of this source is there twice.</source>
        <translation>Жодна мелодія цього джерела не повторюється.</translation>
    </message>
    <message>
        <source>One look finds measures that do not add up, tunes that are there twice in any key, missing fields and odd characters. Nothing on disk is changed.</source>
        <translation>Один перегляд знайде такти, які не сходяться, мелодії, що є двічі в будь-якій тональності, пропущені поля й дивні символи. На диску нічого не змінюється.</translation>
    </message>
    <message>
        <source>One tune stays as it is: its fix would change the music.</source>
        <translation>Одна мелодія лишається як є: виправлення змінило б музику.</translation>
    </message>
    <message>
        <source>Problems are being looked for: fix more once it is done.</source>
        <translation>Триває пошук негараздів: виправляйте далі, коли він скінчиться.</translation>
    </message>
    <message>
        <source>These tunes cannot be looked through</source>
        <translation>Ці мелодії не вдалося переглянути</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>all problems</source>
        <translation>усі проблеми</translation>
    </message>
    <message>
        <source>leaving out “{0}”</source>
        <translation>пропуск «{0}»</translation>
    </message>
    <message>
        <source>the fixes before</source>
        <translation>попередні виправлення</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>HealthProblemsModel</name>
    <message>
        <source>Tune</source>
        <translation>Мелодія</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Що не так</translation>
    </message>
</context>
<context>
    <name>HealthProblemsTable</name>
    <message>
        <source>Problems of this kind</source>
        <translation>Проблеми цього виду</translation>
    </message>
</context>
<context>
    <name>HealthRoom</name>
    <message>
        <source>Health</source>
        <translation>Стан</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Export cleaned tunebook…</source>
        <translation>Експортувати очищену…</translation>
    </message>
    <message numerus="yes">
        <source>Fix all %Ln of this kind</source>
        <translation>
            <numerusform>Виправити %Ln проблему</numerusform>
            <numerusform>Виправити %Ln проблеми</numerusform>
            <numerusform>Виправити %Ln проблем</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix all of this kind</source>
        <translation>Усі цього виду</translation>
    </message>
    <message>
        <source>Fix all problems</source>
        <translation>Усі проблеми</translation>
    </message>
    <message>
        <source>Fix the only one</source>
        <translation>Виправити єдину</translation>
    </message>
    <message>
        <source>Fix this one</source>
        <translation>Виправити цю</translation>
    </message>
    <message>
        <source>For this problem no fix is known: correct the tune in the composer.</source>
        <translation>Для цієї проблеми виправлення невідоме: виправте мелодію на сторінці «Композиція».</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <source>The fix is a guess: check it before you make it.</source>
        <translation>Це виправлення&#xa0;— припущення: перевірте його, перш ніж застосувати.</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} з %Ln мелодії</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>HeardSteps</name>
    <message>
        <source>Score of the take</source>
        <translation>Ноти спроби</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Спроба {0}</translation>
    </message>
</context>
<context>
    <name>HeardTitle</name>
    <message>
        <source>Click to go there.</source>
        <translation>Клацніть, щоб перейти туди.</translation>
    </message>
    <message>
        <source>Nothing to play</source>
        <translation>Грати нічого</translation>
    </message>
    <message>
        <source>Sounds now: {0}</source>
        <translation>Зараз звучить: {0}</translation>
    </message>
    <message>
        <source>To play: {0}</source>
        <translation>Буде зіграно: {0}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>HearingPanel</name>
    <message>
        <source>Goes along the curve: score, text and sound are what the network wrote then</source>
        <translation>Рухатися вздовж кривої: ноти, текст і звук&#xa0;— те, що мережа писала тоді</translation>
    </message>
    <message>
        <source>Newness: {0} %</source>
        <translation>Новизна: {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Open in Composer</source>
        <translation>Редагувати</translation>
    </message>
    <message>
        <source>Opens the take in the composer, to hear and to change it</source>
        <translation>Відкрити спробу на сторінці «Композиція», щоб слухати й змінювати</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Грати</translation>
    </message>
    <message>
        <source>Plays what the network of this step wrote</source>
        <translation>Зіграти те, що написала мережа цього кроку</translation>
    </message>
    <message>
        <source>Right measures: {0} %</source>
        <translation>Правильні такти: {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>Крок запуску</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Крок {0}</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Спроба {0}</translation>
    </message>
    <message>
        <source>Take {0} of this step: each begins with another header</source>
        <translation>Спроба {0} цього кроку: кожна починається з іншого заголовка</translation>
    </message>
    <message>
        <source>Text of the take</source>
        <translation>Текст спроби</translation>
    </message>
    <message>
        <source>There is no music in it yet.</source>
        <translation>Музики в ній ще немає.</translation>
    </message>
    <message>
        <source>This network is kept. Its takes are composed when a hundredth of the training time is enough, or at the end.</source>
        <translation>Мережу збережено. Спроби буде складено, коли вистачить сотої частки часу тренування, або в кінці.</translation>
    </message>
    <message>
        <source>newer than {0} % of known tunes</source>
        <translation>новіша за {0}&#xa0;% відомих мелодій</translation>
    </message>
    <message>
        <source>no whole measure</source>
        <translation>жодного повного такту</translation>
    </message>
    <message>
        <source>not composed yet</source>
        <translation>ще не складено</translation>
    </message>
    <message>
        <source>{0} % of measures right</source>
        <translation>правильних тактів: {0}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HearingPresenter</name>
    <message>
        <source>At steps 10, 20, 50, 100 and so on the network is kept, and composes the same takes with the same random numbers: here you hear it learn.</source>
        <translation>На кроках 10, 20, 50, 100 і далі мережу зберігають, і вона складає ті самі спроби з тими самими випадковими числами: тут чути, як вона вчиться.</translation>
    </message>
    <message>
        <source>This run has kept no network along its curve.</source>
        <translation>Цей запуск не зберіг мереж уздовж кривої.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Elsewhere</source>
        <translation>Поза меню</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Текст довідки</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Пошук у довідці</translation>
    </message>
    <message>
        <source>Show only the topics that hold these words</source>
        <translation>Показати лише теми, де є ці слова</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Теми</translation>
    </message>
    <message>
        <source>Topics of the help</source>
        <translation>Теми довідки</translation>
    </message>
</context>
<context>
    <name>InspectionPanel</name>
    <message>
        <source>A single character: nothing was expected yet.</source>
        <translation>Єдиний символ: очікувати ще було нічого.</translation>
    </message>
    <message>
        <source>A unit</source>
        <translation>Нейрон</translation>
    </message>
    <message>
        <source>Click a character, or go to it with the arrow keys</source>
        <translation>Клацніть символ або перейдіть до нього стрілками</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <source>Colours each character by how little it was expected</source>
        <translation>Розфарбувати символи за тим, наскільки мало їх очікували</translation>
    </message>
    <message>
        <source>Colours each character by what one unit of the network did</source>
        <translation>Розфарбувати символи за тим, що робив один нейрон мережі</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Очікувано</translation>
    </message>
    <message>
        <source>Mean surprise: {0} nats per character</source>
        <translation>Середня несподіваність: {0} нат на символ</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln characters were read.</source>
        <translation>
            <numerusform>Прочитано лише перший %Ln символ.</numerusform>
            <numerusform>Прочитано лише перші %Ln символи.</numerusform>
            <numerusform>Прочитано лише перші %Ln символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Несподіваність</translation>
    </message>
    <message>
        <source>Surprising: {0} nats or more</source>
        <translation>Несподівано: від {0} нат</translation>
    </message>
    <message>
        <source>The text as the model read it</source>
        <translation>Текст, як його прочитала модель</translation>
    </message>
    <message>
        <source>“{0}” was not read.</source>
        <translation>«{0}» не прочитано.</translation>
    </message>
</context>
<context>
    <name>InspectionPresenter</name>
    <message>
        <source>A moment, please.</source>
        <translation>Зачекайте трохи.</translation>
    </message>
    <message>
        <source>Compose, open or write a tune: here you see what the model makes of it.</source>
        <translation>Складіть, відкрийте або напишіть мелодію: тут видно, що про неї думає модель.</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>До тренування</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Моделі ще немає</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Читати нічого</translation>
    </message>
    <message>
        <source>The model cannot read</source>
        <translation>Модель не може прочитати</translation>
    </message>
    <message>
        <source>The model has never seen any of these characters.</source>
        <translation>Модель не бачила жодного з цих символів.</translation>
    </message>
    <message>
        <source>The model reads the tune…</source>
        <translation>Модель читає мелодію…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
</context>
<context>
    <name>InspectionRoom</name>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>What the model expects of this tune, and what its units do</source>
        <translation>Чого модель очікує від цієї мелодії та що роблять її нейрони</translation>
    </message>
</context>
<context>
    <name>Instruments</name>
    <message>
        <source>Accordion</source>
        <translation>Акордеон</translation>
    </message>
    <message>
        <source>Banjo</source>
        <translation>Банджо</translation>
    </message>
    <message>
        <source>Choir</source>
        <translation>Хор</translation>
    </message>
    <message>
        <source>Concertina</source>
        <translation>Концертина</translation>
    </message>
    <message>
        <source>Fiddle</source>
        <translation>Скрипка</translation>
    </message>
    <message>
        <source>Flute</source>
        <translation>Флейта</translation>
    </message>
    <message>
        <source>Guitar</source>
        <translation>Гітара</translation>
    </message>
    <message>
        <source>Harp</source>
        <translation>Арфа</translation>
    </message>
    <message>
        <source>Mandolin</source>
        <translation>Мандоліна</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>Орган</translation>
    </message>
    <message>
        <source>Piano</source>
        <translation>Фортепіано</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>Волинка</translation>
    </message>
    <message>
        <source>Tin whistle</source>
        <translation>Вістл</translation>
    </message>
    <message>
        <source>Tin whistle 8va</source>
        <translation>Вістл 8va</translation>
    </message>
</context>
<context>
    <name>InterpretationSwitches</name>
    <message>
        <source>&amp;Fewer</source>
        <translation>М&amp;енше</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Більше…</translation>
    </message>
    <message>
        <source>A switch for each thing that a player adds</source>
        <translation>Перемикач для кожної речі, яку додає музикант</translation>
    </message>
    <message>
        <source>As &amp;written</source>
        <translation>Як &amp;записано</translation>
    </message>
    <message>
        <source>As a &amp;musician plays</source>
        <translation>Як грають &amp;музиканти</translation>
    </message>
    <message>
        <source>Chords, drums and a drone play along where the tune has them.</source>
        <translation>Акорди, ударні й бурдон супроводжують мелодію, де вони в ній є.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Виразність</translation>
    </message>
    <message>
        <source>Grace notes, rolls, trills and slides sound as players play them.</source>
        <translation>Форшлаги, роли, трелі й під’їзди звучать так, як їх грають.</translation>
    </message>
    <message>
        <source>Heard at once, and kept.</source>
        <translation>Чути одразу; зберігається.</translation>
    </message>
    <message>
        <source>How tunes are played</source>
        <translation>Виконання</translation>
    </message>
    <message>
        <source>Loudness, accents, short and joined notes, breaths are heard.</source>
        <translation>Чути гучність, акценти, короткі та зв’язані ноти, цезури.</translation>
    </message>
    <message>
        <source>Reset every switch</source>
        <translation>Скинути всі перемикачі</translation>
    </message>
    <message>
        <source>Switch everything off: nothing but the written notes, evenly</source>
        <translation>Вимкнути все: лише записані ноти, рівно</translation>
    </message>
</context>
<context>
    <name>JurySummary</name>
    <message>
        <source>How likely the jury finds this to be a real tune, from 0 to 1. Each number below is the share of real tunes that are more unusual.</source>
        <translation>Наскільки ймовірною журі вважає справжню мелодію, від 0 до 1. Кожне число нижче&#xa0;— частка справжніх мелодій, які незвичніші.</translation>
    </message>
    <message>
        <source>Jury: {0}</source>
        <translation>Журі: {0}</translation>
    </message>
</context>
<context>
    <name>JuryView</name>
    <message>
        <source>How likely the jury finds it that this is a real tune and no take, 0 to 1. The six numbers below say how many real tunes are odder; under 0.1 a tune is odd.</source>
        <translation>Наскільки ймовірно, на думку журі, що це справжня мелодія, а не спроба, від 0 до 1. Шість чисел нижче кажуть, скільки справжніх мелодій дивніші; менш як 0,1&#xa0;— мелодія дивна.</translation>
    </message>
    <message>
        <source>Jury: {0}</source>
        <translation>Журі: {0}</translation>
    </message>
</context>
<context>
    <name>JuryWords</name>
    <message>
        <source>Choosing the best of {0}…</source>
        <translation>Вибір найкращої з {0}…</translation>
    </message>
    <message>
        <source>Looking for a fitting tune…</source>
        <translation>Пошук відповідної мелодії…</translation>
    </message>
</context>
<context>
    <name>KeepToPanel</name>
    <message>
        <source>Fewer wishes</source>
        <translation>Менше побажань</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Keep to</source>
        <translation>Побажання</translation>
    </message>
    <message>
        <source>More wishes</source>
        <translation>Більше побажань</translation>
    </message>
    <message numerus="yes">
        <source>More wishes (%Ln set)</source>
        <translation>
            <numerusform>Більше побажань (%Ln задане)</numerusform>
            <numerusform>Більше побажань (%Ln задані)</numerusform>
            <numerusform>Більше побажань (%Ln заданих)</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Частини</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Затакт</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Діапазон</translation>
    </message>
    <message>
        <source>Wishes that few tunes need</source>
        <translation>Побажання, потрібні нечасто</translation>
    </message>
</context>
<context>
    <name>KeptButton</name>
    <message>
        <source>&amp;Also where the measures return</source>
        <translation>&amp;Також там, де такти повертаються</translation>
    </message>
    <message>
        <source>A variation: only what lies between the strong beats is rewritten</source>
        <translation>Варіація: переписується лише те, що між сильними долями</translation>
    </message>
    <message>
        <source>Choose what stays, and what changes too</source>
        <translation>Вибрати, що лишиться, а що теж зміниться</translation>
    </message>
    <message>
        <source>From note to note the melody goes up and down as before</source>
        <translation>Від ноти до ноти мелодія йде вгору та вниз, як і раніше</translation>
    </message>
    <message>
        <source>Keep the &amp;contour</source>
        <translation>Лишити &amp;контур</translation>
    </message>
    <message>
        <source>Keep the &amp;first and the last note</source>
        <translation>Лишити &amp;першу й останню ноти</translation>
    </message>
    <message>
        <source>Keep the &amp;rhythm</source>
        <translation>Лишити &amp;ритм</translation>
    </message>
    <message>
        <source>Keep the notes on &amp;strong beats</source>
        <translation>Лишити ноти на &amp;сильних долях</translation>
    </message>
    <message>
        <source>Measures elsewhere with the same text change with them</source>
        <translation>Змінити разом з ними такти з тим самим текстом в інших місцях</translation>
    </message>
    <message>
        <source>Only the pitches of the notes change</source>
        <translation>Змінити лише висоту нот</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Що лишити</translation>
    </message>
    <message>
        <source>What lies between them is rewritten</source>
        <translation>Те, що між ними, переписується</translation>
    </message>
</context>
<context>
    <name>KeptTunes</name>
    <message>
        <source>The tunebook of kept tunes</source>
        <translation>Збірка збережених мелодій</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Augmented fourth (6 semitones)</source>
        <translation>Збільшена кварта (6 півтонів)</translation>
    </message>
    <message>
        <source>Diminished fifth (6 semitones)</source>
        <translation>Зменшена квінта (6 півтонів)</translation>
    </message>
    <message>
        <source>Fifth (7 semitones)</source>
        <translation>Квінта (7 півтонів)</translation>
    </message>
    <message>
        <source>Fourth (5 semitones)</source>
        <translation>Кварта (5 півтонів)</translation>
    </message>
    <message>
        <source>Major second (2 semitones)</source>
        <translation>Велика секунда (2 півтони)</translation>
    </message>
    <message>
        <source>Major seventh (11 semitones)</source>
        <translation>Велика септима (11 півтонів)</translation>
    </message>
    <message>
        <source>Major sixth (9 semitones)</source>
        <translation>Велика секста (9 півтонів)</translation>
    </message>
    <message>
        <source>Major third (4 semitones)</source>
        <translation>Велика терція (4 півтони)</translation>
    </message>
    <message>
        <source>Minor second (1 semitone)</source>
        <translation>Мала секунда (1 півтон)</translation>
    </message>
    <message>
        <source>Minor seventh (10 semitones)</source>
        <translation>Мала септима (10 півтонів)</translation>
    </message>
    <message>
        <source>Minor sixth (8 semitones)</source>
        <translation>Мала секста (8 півтонів)</translation>
    </message>
    <message>
        <source>Minor third (3 semitones)</source>
        <translation>Мала терція (3 півтони)</translation>
    </message>
    <message>
        <source>Octave (12 semitones)</source>
        <translation>Октава (12 півтонів)</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>без тональності</translation>
    </message>
    <message>
        <source>the pipes&apos; key</source>
        <translation>стрій волинки</translation>
    </message>
    <message>
        <source>{0} aeolian</source>
        <translation>{0} еолійський</translation>
    </message>
    <message>
        <source>{0} dorian</source>
        <translation>{0} дорійський</translation>
    </message>
    <message>
        <source>{0} ionian</source>
        <translation>{0} іонійський</translation>
    </message>
    <message>
        <source>{0} locrian</source>
        <translation>{0} локрійський</translation>
    </message>
    <message>
        <source>{0} lydian</source>
        <translation>{0} лідійський</translation>
    </message>
    <message>
        <source>{0} major</source>
        <translation>{0} мажор</translation>
    </message>
    <message>
        <source>{0} minor</source>
        <translation>{0} мінор</translation>
    </message>
    <message>
        <source>{0} mixolydian</source>
        <translation>{0} міксолідійський</translation>
    </message>
    <message>
        <source>{0} phrygian</source>
        <translation>{0} фригійський</translation>
    </message>
</context>
<context>
    <name>KnownScore</name>
    <message>
        <source>Known tune</source>
        <translation>Відома мелодія</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
</context>
<context>
    <name>LabRoom</name>
    <message>
        <source>For the lab</source>
        <translation>Лабораторна</translation>
    </message>
</context>
<context>
    <name>LabView</name>
    <message>
        <source>A batch</source>
        <translation>Батч</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>До тренування</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Символи</translation>
    </message>
    <message>
        <source>Steps of the lab</source>
        <translation>Кроки лабораторної</translation>
    </message>
    <message>
        <source>Text as numbers</source>
        <translation>Текст як числа</translation>
    </message>
</context>
<context>
    <name>LackingNotes</name>
    <message>
        <source>The instrument has all notes</source>
        <translation>На інструменті є всі ноти</translation>
    </message>
</context>
<context>
    <name>LastText</name>
    <message numerus="yes">
        <source>%n files that were open last cannot be read: {0}.</source>
        <translation>
            <numerusform>Не вдалося прочитати %n файл із відкритих востаннє: {0}.</numerusform>
            <numerusform>Не вдалося прочитати %n файли з відкритих востаннє: {0}.</numerusform>
            <numerusform>Не вдалося прочитати %n файлів із відкритих востаннє: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>The studio ended unexpectedly while it opened {0}, so it has not opened that again.</source>
        <translation>Студія несподівано завершилася, коли відкривала «{0}», тому цього разу не відкрила.</translation>
    </message>
    <message>
        <source>The take that was open last is not in the history any more.</source>
        <translation>Спроби, яка була відкрита востаннє, більше немає в історії.</translation>
    </message>
    <message>
        <source>{0} was open last and cannot be read: {1}.</source>
        <translation>Не вдалося прочитати файл «{0}», відкритий востаннє: {1}.</translation>
    </message>
</context>
<context>
    <name>LearnCommands</name>
    <message>
        <source>&amp;Check the answer</source>
        <translation>&amp;Перевірити відповідь</translation>
    </message>
    <message>
        <source>&amp;Hint</source>
        <translation>П&amp;ідказка</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>Наступний &amp;урок</translation>
    </message>
    <message>
        <source>&amp;Previous lesson</source>
        <translation>П&amp;опередній урок</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>&amp;Зупинити перевірку</translation>
    </message>
    <message>
        <source>A check is under way.</source>
        <translation>Перевірка триває.</translation>
    </message>
    <message>
        <source>A solution is shown once your own answer is right.</source>
        <translation>Розв’язок видно, коли ваша відповідь правильна.</translation>
    </message>
    <message>
        <source>All hints are shown.</source>
        <translation>Усі підказки показано.</translation>
    </message>
    <message>
        <source>Brings the cell back as it was; Undo brings yours</source>
        <translation>Повернути комірку, як була; скасування зміни поверне вашу</translation>
    </message>
    <message>
        <source>C&amp;ompare with a solution</source>
        <translation>Порівняти з &amp;розв’язком</translation>
    </message>
    <message>
        <source>No check is under way.</source>
        <translation>Перевірка не триває.</translation>
    </message>
    <message>
        <source>No lesson comes after this one.</source>
        <translation>Після цього уроку інших немає.</translation>
    </message>
    <message>
        <source>No lesson comes before this one.</source>
        <translation>Перед цим уроком інших немає.</translation>
    </message>
    <message>
        <source>No lesson is open.</source>
        <translation>Урок не відкрито.</translation>
    </message>
    <message>
        <source>Opens the lesson after this one</source>
        <translation>Відкрити урок після цього</translation>
    </message>
    <message>
        <source>Opens the lesson before this one</source>
        <translation>Відкрити урок перед цим</translation>
    </message>
    <message>
        <source>Runs your code and says whether it is right</source>
        <translation>Виконати ваш код і сказати, чи він правильний</translation>
    </message>
    <message>
        <source>Shows a solution beside your own, once yours is right</source>
        <translation>Показати розв’язок поруч із вашим, коли ваш правильний</translation>
    </message>
    <message>
        <source>Shows the next hint; the last one is the answer</source>
        <translation>Показати наступну підказку; остання&#xa0;— відповідь</translation>
    </message>
    <message>
        <source>Start &amp;anew</source>
        <translation>Почати за&amp;ново</translation>
    </message>
    <message>
        <source>Stops your code where it is</source>
        <translation>Зупинити код там, де він зараз</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Reading the lessons…</source>
        <translation>Уроки читаються…</translation>
    </message>
    <message>
        <source>There are no lessons</source>
        <translation>Уроків немає</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>{0} cannot be used</source>
        <translation>{0} використати не можна</translation>
    </message>
</context>
<context>
    <name>LessonButton</name>
    <message>
        <source>{0} Opens the lesson that explains it</source>
        <translation>{0} Відкрити урок, де це пояснено</translation>
    </message>
</context>
<context>
    <name>LessonLinkCommands</name>
    <message>
        <source>Opens the lesson on a network that reads a tune</source>
        <translation>Відкрити урок про мережу, яка читає мелодію</translation>
    </message>
    <message>
        <source>Opens the lesson on drawing characters by their probabilities</source>
        <translation>Відкрити урок про вибір символів за їхніми ймовірностями</translation>
    </message>
    <message>
        <source>Opens the lesson on one step of training</source>
        <translation>Відкрити урок про один крок тренування</translation>
    </message>
    <message>
        <source>Opens the lesson on the loss</source>
        <translation>Відкрити урок про втрати</translation>
    </message>
    <message>
        <source>What is a step of t&amp;raining?</source>
        <translation>Що таке крок т&amp;ренування?</translation>
    </message>
    <message>
        <source>What is an L&amp;STM?</source>
        <translation>&amp;Що таке LSTM?</translation>
    </message>
    <message>
        <source>What is the &amp;loss?</source>
        <translation>Що таке &amp;втрати?</translation>
    </message>
    <message>
        <source>What is the &amp;temperature?</source>
        <translation>Що таке &amp;температура?</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <source>{0}, begun</source>
        <translation>{0}, розпочато</translation>
    </message>
    <message>
        <source>{0}, cannot be used</source>
        <translation>{0}, використати не можна</translation>
    </message>
    <message>
        <source>{0}, done</source>
        <translation>{0}, пройдено</translation>
    </message>
</context>
<context>
    <name>LessonReader</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Текст уроку</translation>
    </message>
</context>
<context>
    <name>LessonTuneView</name>
    <message>
        <source>Open in the Composer</source>
        <translation>Відкрити в композиції</translation>
    </message>
    <message>
        <source>Shows the score of the tune; there it can be played</source>
        <translation>Показати ноти мелодії; там її можна й зіграти</translation>
    </message>
    <message>
        <source>The tune: its header, then its notes</source>
        <translation>Мелодія: заголовок, потім ноти</translation>
    </message>
    <message>
        <source>Tune of a lesson</source>
        <translation>Мелодія уроку</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Done: {0} of {1}</source>
        <translation>Пройдено: {0} з {1}</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>Здати…</translation>
    </message>
    <message>
        <source>Language of the lessons</source>
        <translation>Мова уроків</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Звіт…</translation>
    </message>
    <message>
        <source>The language that the lessons are read in</source>
        <translation>Якою мовою читати уроки</translation>
    </message>
    <message>
        <source>Train with my code</source>
        <translation>Тренувати моїм кодом</translation>
    </message>
</context>
<context>
    <name>LineNumbers</name>
    <message>
        <source>Line numbers</source>
        <translation>Номери рядків</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Loss, step by step</source>
        <translation>Втрати крок за кроком</translation>
    </message>
    <message>
        <source>The curve is drawn here while the losses come.</source>
        <translation>Тут росте крива, поки надходять втрати.</translation>
    </message>
    <message>
        <source>The file read as sound</source>
        <translation>Файл, прочитаний як звук</translation>
    </message>
    <message>
        <source>The gradient, characters back</source>
        <translation>Градієнт за символами назад</translation>
    </message>
    <message>
        <source>header</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>відкладені</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>втрати</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>відліки</translation>
    </message>
    <message>
        <source>{0}: {1} … {2}</source>
        <translation>{0}: {1} … {2}</translation>
    </message>
</context>
<context>
    <name>ListeningCommands</name>
    <message>
        <source>Play from h&amp;ere</source>
        <translation>Грати &amp;звідси</translation>
    </message>
    <message>
        <source>Play from the selected note, or the one that the caret stands at</source>
        <translation>Грати від вибраної ноти або від тієї, біля якої курсор</translation>
    </message>
    <message>
        <source>Play the sele&amp;ction</source>
        <translation>Грати &amp;виділене</translation>
    </message>
    <message>
        <source>Play the selected notes once, and stop after them</source>
        <translation>Зіграти виділені ноти один раз і зупинитися після них</translation>
    </message>
</context>
<context>
    <name>LookInside</name>
    <message>
        <source>Look &amp;inside the model</source>
        <translation>Зазирнути в &amp;модель</translation>
    </message>
    <message>
        <source>Show what the model expects of this tune, and what its units do</source>
        <translation>Показати, чого модель очікує від цієї мелодії та що роблять її нейрони</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>All steps are shown; {0} and the wheel zoom in</source>
        <translation>Показано всі кроки; {0} і коліщатко наближають</translation>
    </message>
    <message>
        <source>Log losses</source>
        <translation>Лог. втрати</translation>
    </message>
    <message>
        <source>Log steps</source>
        <translation>Лог. кроки</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>Крива втрат</translation>
    </message>
    <message>
        <source>Loss, nats per character</source>
        <translation>Втрати, нат/символ</translation>
    </message>
    <message>
        <source>No loss was kept for this run.</source>
        <translation>Втрати цього запуску не збереглися.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Усе</translation>
    </message>
    <message>
        <source>Shows all steps again; so does a double click</source>
        <translation>Знову показати всі кроки; так само діє подвійне клацання</translation>
    </message>
    <message>
        <source>Spreads small losses, so that late progress shows</source>
        <translation>Розтягнути малі втрати, щоб було видно пізній поступ</translation>
    </message>
    <message>
        <source>Spreads the first steps, in which most is learned</source>
        <translation>Розтягнути перші кроки, на яких вивчається найбільше</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <source>The loss curve grows here while the network learns.
Lower is better.</source>
        <translation>Поки мережа вчиться, тут росте крива втрат.
Чим нижче, тим краще.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренування</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валідація</translation>
    </message>
    <message>
        <source>What is the loss?</source>
        <translation>Що таке втрати?</translation>
    </message>
    <message>
        <source>{0}: training</source>
        <translation>{0}: тренування</translation>
    </message>
</context>
<context>
    <name>LossesView</name>
    <message>
        <source>The loss of each character of a tune</source>
        <translation>Втрати кожного символу мелодії</translation>
    </message>
    <message>
        <source>Your loss of the whole: {0}. Untrained: {1}.</source>
        <translation>Ваші втрати загалом: {0}. Без тренування: {1}.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>середнє</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>без тренування</translation>
    </message>
    <message>
        <source>“{0}”: no loss</source>
        <translation>«{0}»: втрат немає</translation>
    </message>
    <message>
        <source>“{0}”: probability {1} %, loss {2}</source>
        <translation>«{0}»: імовірність {1}&#xa0;%, втрати {2}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>[*]ABC Studio</source>
        <translation>[*]ABC Studio</translation>
    </message>
    <message>
        <source>{0}[*] - ABC Studio</source>
        <translation>{0}[*] - ABC Studio</translation>
    </message>
</context>
<context>
    <name>MarksCommands</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a tune first.</source>
        <translation>Спершу виберіть мелодію.</translation>
    </message>
    <message>
        <source>Gives the selected tunes words of your own; tag:session finds them</source>
        <translation>Дати вибраним мелодіям ваші слова; знайти їх можна так: tag:session</translation>
    </message>
    <message>
        <source>Leave tunes ou&amp;t</source>
        <translation>&amp;Пропустити мелодії</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Пропущено: {0}</translation>
    </message>
    <message>
        <source>Neither trains on the selected tunes nor exports them with others, or does so again</source>
        <translation>Не тренувати на вибраних мелодіях і не експортувати їх з іншими, або знову дозволити це</translation>
    </message>
    <message>
        <source>No longer starred: {0}</source>
        <translation>Уже без зірочки: {0}</translation>
    </message>
    <message>
        <source>Sta&amp;r tunes</source>
        <translation>Поставити &amp;зірочку</translation>
    </message>
    <message>
        <source>Starred: {0}</source>
        <translation>Із зірочкою: {0}</translation>
    </message>
    <message>
        <source>Stars the selected tunes, or takes their stars; is:starred finds them</source>
        <translation>Позначити вибрані мелодії зірочкою або зняти її; знайти їх можна так: is:starred</translation>
    </message>
    <message>
        <source>Ta&amp;g tunes…</source>
        <translation>&amp;Мітки мелодій…</translation>
    </message>
    <message>
        <source>Tag tunes</source>
        <translation>Мітки мелодій</translation>
    </message>
    <message>
        <source>Tagged otherwise: {0}</source>
        <translation>Мітки змінено: {0}</translation>
    </message>
    <message>
        <source>Tags, parted by blanks</source>
        <translation>Мітки через пробіл</translation>
    </message>
    <message>
        <source>Taken in again: {0}</source>
        <translation>Знову взято: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
</context>
<context>
    <name>MeasureCommands</name>
    <message>
        <source>&amp;Write the measures again</source>
        <translation>Пов&amp;торити такти</translation>
    </message>
    <message>
        <source>Delete the selected measures in all voices</source>
        <translation>Видалити виділені такти в усіх голосах</translation>
    </message>
    <message>
        <source>Insert a copy of the selected measures after them</source>
        <translation>Вставити копію виділених тактів після них</translation>
    </message>
    <message>
        <source>Move the measures &amp;left</source>
        <translation>Пересунути такти &amp;ліворуч</translation>
    </message>
    <message>
        <source>Move the measures ri&amp;ght</source>
        <translation>Пересунути такти &amp;праворуч</translation>
    </message>
    <message>
        <source>Swap the selected measures with the one after them</source>
        <translation>Поміняти виділені такти місцями з наступним</translation>
    </message>
    <message>
        <source>Swap the selected measures with the one before them</source>
        <translation>Поміняти виділені такти місцями з попереднім</translation>
    </message>
    <message>
        <source>Take the measures &amp;out</source>
        <translation>&amp;Видалити такти</translation>
    </message>
</context>
<context>
    <name>MelodyField</name>
    <message>
        <source>A title; notes as ABC, in any key, with lengths or without; note names (F# A Bb), numbers of a scale, MIDI numbers or a contour ({3}). {0} or {1} goes to what was found, {2} begins a line, such as K:D.</source>
        <translation>Назва; ноти в ABC у будь-якій тональності, з тривалостями або без них; назви нот (F# A Bb), ступені звукоряду, номери MIDI або контур ({3}). {0} або {1} веде до знайденого, {2} починає рядок, як-от K:D.</translation>
    </message>
    <message>
        <source>Melody to look for</source>
        <translation>Мелодія для пошуку</translation>
    </message>
    <message>
        <source>Notes as ABC, such as GABd e2dB</source>
        <translation>Ноти в ABC, наприклад GABd e2dB</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Зміни</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Forget these files</source>
        <translation>&amp;Забути ці файли</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>Н&amp;авчання</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Нота</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Відтворення</translation>
    </message>
    <message>
        <source>&amp;Tune</source>
        <translation>&amp;Мелодія</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ви&amp;гляд</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Нещо&amp;давні</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>&amp;Тренування</translation>
    </message>
</context>
<context>
    <name>MidiHandle</name>
    <message>
        <source>Drag this into another program: the tune as a MIDI file</source>
        <translation>Перетягніть в іншу програму: мелодія як файл MIDI</translation>
    </message>
    <message>
        <source>Hold it and drag it into another program or a folder: the tune as MIDI.</source>
        <translation>Затисніть і перетягніть в іншу програму чи теку: мелодія як MIDI.</translation>
    </message>
    <message>
        <source>The tune as a MIDI file, to be dragged</source>
        <translation>Мелодія як файл MIDI, щоб перетягнути</translation>
    </message>
</context>
<context>
    <name>MidiKeyboard</name>
    <message>
        <source>Enter and hear notes from this keyboard</source>
        <translation>Вводити й чути ноти з цієї клавіатури</translation>
    </message>
    <message>
        <source>No MIDI keyboard</source>
        <translation>Без MIDI-клавіатури</translation>
    </message>
    <message>
        <source>{0} is not there. Connect it, and it is found by itself.</source>
        <translation>Клавіатури «{0}» немає на місці. Під’єднайте її, і студія знайде сама.</translation>
    </message>
    <message>
        <source>{0} is ready: what you play is heard at once.</source>
        <translation>Клавіатура «{0}» готова: зігране чути одразу.</translation>
    </message>
</context>
<context>
    <name>MidiSender</name>
    <message>
        <source>&amp;Hear it here too</source>
        <translation>&amp;Чути й тут</translation>
    </message>
    <message>
        <source>MIDI &amp;output…</source>
        <translation>&amp;Вихід MIDI…</translation>
    </message>
    <message>
        <source>No MIDI port</source>
        <translation>Без порту MIDI</translation>
    </message>
    <message>
        <source>Play through the sound device as well as the port</source>
        <translation>Грати і через звуковий пристрій, і через порт</translation>
    </message>
    <message>
        <source>Send the &amp;clock</source>
        <translation>Надсилати &amp;синхросигнал</translation>
    </message>
    <message>
        <source>Send what is played here</source>
        <translation>Надсилати зігране сюди</translation>
    </message>
    <message>
        <source>Send what is played to a synthesizer or another program</source>
        <translation>Надсилати зігране на синтезатор чи в іншу програму</translation>
    </message>
    <message>
        <source>Start, stop and 24 ticks a beat</source>
        <translation>Старт, стоп і 24 імпульси на долю</translation>
    </message>
    <message>
        <source>What is played goes to {0} too.</source>
        <translation>Зігране йде також на пристрій «{0}».</translation>
    </message>
    <message>
        <source>{0} is not there. Connect it, and it is found by itself.</source>
        <translation>Пристрою «{0}» немає на місці. Під’єднайте його, і студія знайде сама.</translation>
    </message>
</context>
<context>
    <name>MixBox</name>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Compose with one model</source>
        <translation>Складати однією моделлю</translation>
    </message>
    <message>
        <source>Let a second model compose along; it takes about twice the time</source>
        <translation>Скласти разом з другою моделлю; це триває приблизно вдвічі довше</translation>
    </message>
    <message>
        <source>Mix with…</source>
        <translation>Змішати з…</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Друга модель</translation>
    </message>
    <message>
        <source>Share of the second model</source>
        <translation>Частка другої моделі</translation>
    </message>
    <message>
        <source>The model that composes along with the chosen one</source>
        <translation>Модель, яка складає разом із вибраною</translation>
    </message>
    <message>
        <source>The model {0}, which was mixed in, is not here; one model composes alone.</source>
        <translation>Моделі «{0}», яку було додано, тут немає; складає одна модель.</translation>
    </message>
    <message>
        <source>There is no second model yet: train one on the Training page, or import one there.</source>
        <translation>Другої моделі ще немає: натренуйте її на сторінці «Тренування» або імпортуйте там.</translation>
    </message>
    <message>
        <source>What both models find likely is composed; at either end one is alone</source>
        <translation>Складати те, що ймовірне для обох моделей; на краях шкали складає одна</translation>
    </message>
    <message>
        <source>{0} ({1} %), {2} ({3} %)</source>
        <translation>{0} ({1}&#xa0;%), {2} ({3}&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>Mixer</name>
    <message>
        <source>As chosen</source>
        <translation>Як вибрано</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Як записано</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translation>Автоматично: {0}</translation>
    </message>
    <message>
        <source>Hear {0} alone</source>
        <translation>Чути лише: {0}</translation>
    </message>
    <message>
        <source>How loud {0} is</source>
        <translation>Наскільки гучно звучить: {0}</translation>
    </message>
    <message>
        <source>Instrument of {0}</source>
        <translation>Інструмент: {0}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Без звуку</translation>
    </message>
    <message>
        <source>Silence {0}</source>
        <translation>Вимкнути звук: {0}</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Соло</translation>
    </message>
    <message>
        <source>There is no tune to play yet.</source>
        <translation>Ще немає мелодії, яку можна зіграти.</translation>
    </message>
    <message>
        <source>Voice {0}</source>
        <translation>Голос {0}</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоси</translation>
    </message>
    <message>
        <source>Volume of {0}</source>
        <translation>Гучність: {0}</translation>
    </message>
    <message>
        <source>What {0} is played on, if not on the instrument in the bar</source>
        <translation>На чому звучить: {0}, якщо не на інструменті з панелі</translation>
    </message>
    <message>
        <source>What {0} is played on; a line in the tune can say it too</source>
        <translation>На чому звучить: {0}; це може сказати й рядок у мелодії</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Compose with it</source>
        <translation>&amp;Складати нею</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>В&amp;идалити</translation>
    </message>
    <message>
        <source>&amp;Go on training on my tunes</source>
        <translation>Про&amp;довжити тренування на моїх мелодіях</translation>
    </message>
    <message>
        <source>&amp;Hear a tune of it</source>
        <translation>&amp;Прослухати її мелодію</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Імпортувати…</translation>
    </message>
    <message>
        <source>&amp;Measure its takes</source>
        <translation>&amp;Виміряти її спроби</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Зупинити</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Символи</translation>
    </message>
    <message>
        <source>Composes takes with no guard in the background, and counts what is right in them</source>
        <translation>Складати у фоні спроби без контролю тактів і рахувати, що в них правильне</translation>
    </message>
    <message>
        <source>Deletes the model; it can be brought back for a day</source>
        <translation>Видалити модель; її можна повернути протягом доби</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Goes to the Training page; a new run begins there with what the model knows</source>
        <translation>Перейти на сторінку «Тренування»; новий запуск там почнеться з того, що знає модель</translation>
    </message>
    <message>
        <source>In takes as they come, with no guard:</source>
        <translation>У спробах, як вони виходять, без контролю тактів:</translation>
    </message>
    <message>
        <source>Its file does not say.</source>
        <translation>У файлі цього не вказано.</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Навчено на</translation>
    </message>
    <message>
        <source>Measure no further</source>
        <translation>Не вимірювати далі</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Моделі</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Мережа</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln takes holds a tune.</source>
        <translation>
            <numerusform>У %Ln спробі немає жодної мелодії.</numerusform>
            <numerusform>У %Ln спробах немає жодної мелодії.</numerusform>
            <numerusform>У %Ln спробах немає жодної мелодії.</numerusform>
        </translation>
    </message>
    <message>
        <source>Right measures: {0} %</source>
        <translation>Правильних тактів: {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Параметри</translation>
    </message>
    <message>
        <source>Sha&amp;re…</source>
        <translation>Поді&amp;литися…</translation>
    </message>
    <message>
        <source>Take a model in from a file, or the weights of the lab</source>
        <translation>Узяти модель із файлу або ваги з лабораторної</translation>
    </message>
    <message>
        <source>Takes that are tunes: {0} of {1}</source>
        <translation>Спроб, що є мелодіями: {0} з {1}</translation>
    </message>
    <message>
        <source>The jury&apos;s score is how likely it finds it that a tune is a real one and no take</source>
        <translation>Оцінка журі&#xa0;— наскільки ймовірно, на його думку, що це справжня мелодія, а не спроба</translation>
    </message>
    <message>
        <source>The jury&apos;s score, on the average: {0}</source>
        <translation>Оцінка журі, у середньому: {0}</translation>
    </message>
    <message>
        <source>The model composes a tune, the same each time, and it is played</source>
        <translation>Модель складе мелодію, щоразу ту саму, і її буде зіграно</translation>
    </message>
    <message>
        <source>The model composes from now on</source>
        <translation>Відтепер складатиме ця модель</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренування</translation>
    </message>
    <message>
        <source>Tunes in which every measure is right: {0} of {1}</source>
        <translation>Мелодій, де всі такти правильні: {0} з {1}</translation>
    </message>
    <message>
        <source>Tunes with four measures of a known tune: {0} of {1}</source>
        <translation>Мелодій із чотирма тактами відомої мелодії: {0} з {1}</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Що виміряно</translation>
    </message>
    <message>
        <source>Write the model as one file with all that this card says</source>
        <translation>Записати модель одним файлом з усім, що сказано тут</translation>
    </message>
    <message>
        <source>characters: {0}</source>
        <translation>символів: {0}</translation>
    </message>
    <message>
        <source>fingerprint {0}</source>
        <translation>відбиток {0}</translation>
    </message>
    <message>
        <source>parameters: {0}</source>
        <translation>параметрів: {0}</translation>
    </message>
    <message>
        <source>pointer heads: {0}</source>
        <translation>голів вказівника: {0}</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>крок {0}</translation>
    </message>
    <message>
        <source>training loss {0}</source>
        <translation>втрати на тренуванні {0}</translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation>втрати на валідації {0}</translation>
    </message>
    <message>
        <source>{0}, layers: {1}, hidden units: {2}, embedding: {3}</source>
        <translation>{0}, шарів: {1}, нейронів: {2}, вкладення: {3}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ModelCards</name>
    <message>
        <source>&amp;Bring the deleted model back</source>
        <translation>Повернути &amp;видалену модель</translation>
    </message>
    <message>
        <source>A tune is being composed…</source>
        <translation>Мелодія складається…</translation>
    </message>
    <message>
        <source>It has not learned to write a tune yet: what it wrote has no note.</source>
        <translation>Модель ще не навчилася писати мелодії: у написаному немає жодної ноти.</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>М&amp;оделі…</translation>
    </message>
    <message>
        <source>No model was deleted.</source>
        <translation>Жодної моделі не видалено.</translation>
    </message>
    <message>
        <source>Puts the model that was deleted last into its list</source>
        <translation>Повернути до списку модель, видалену останньою</translation>
    </message>
    <message>
        <source>There is no model yet: train one, or import one.</source>
        <translation>Моделей ще немає: натренуйте або імпортуйте.</translation>
    </message>
    <message>
        <source>What each model learned, how good its takes are, and a tune of it</source>
        <translation>Чого навчилася кожна модель, які добрі її спроби, та її мелодія</translation>
    </message>
</context>
<context>
    <name>ModelImporter</name>
    <message>
        <source>ABC tunes (*.abc *.txt);;All files (*)</source>
        <translation>Мелодії ABC (*.abc *.txt);;Усі файли (*)</translation>
    </message>
    <message>
        <source>Choose other tunes</source>
        <translation>Вибрати інші мелодії</translation>
    </message>
    <message>
        <source>Import a &amp;model…</source>
        <translation>&amp;Імпортувати модель…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Імпорт моделі</translation>
    </message>
    <message>
        <source>Import a model from a file, such as one from the lab&apos;s notebook</source>
        <translation>Імпортувати модель із файлу, наприклад із блокнота лабораторної</translation>
    </message>
    <message>
        <source>Models (*.pt *.pth *.safetensors *.ckpt *_ckpt);;All files (*)</source>
        <translation>Моделі (*.pt *.pth *.safetensors *.ckpt *_ckpt);;Усі файли (*)</translation>
    </message>
    <message>
        <source>Which tunes was {0} trained on?</source>
        <translation>На яких мелодіях натреновано модель {0}?</translation>
    </message>
    <message>
        <source>{0} is being read…</source>
        <translation>Файл {0} читається…</translation>
    </message>
    <message>
        <source>{0} is imported. The studio composes with it now.</source>
        <translation>Модель {0} імпортовано. Тепер у студії складає вона.</translation>
    </message>
</context>
<context>
    <name>ModelKeeper</name>
    <message>
        <source>A training run goes on from it: stop that first.</source>
        <translation>Її продовжує запуск тренування: спершу зупиніть його.</translation>
    </message>
    <message>
        <source>It belongs to the training run {0}: delete that on the Training page.</source>
        <translation>Вона належить запуску тренування {0}: видаліть його на сторінці «Тренування».</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Моделі (*.safetensors)</translation>
    </message>
    <message>
        <source>Share a model</source>
        <translation>Поділитися моделлю</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>This model came with the studio: it stays.</source>
        <translation>Ця модель постачається зі студією: вона лишається.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} cannot be brought back: {1}.</source>
        <translation>Модель {0} не вдалося повернути: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be deleted: {1}.</source>
        <translation>Модель {0} не вдалося видалити: {1}.</translation>
    </message>
    <message>
        <source>{0} composes now.</source>
        <translation>Тепер складає модель {0}.</translation>
    </message>
    <message>
        <source>{0} is deleted.</source>
        <translation>Модель {0} видалено.</translation>
    </message>
    <message>
        <source>{0} is written. Whoever opens it in ABC Studio reads the same card.</source>
        <translation>Файл {0} записано. Хто відкриє його в ABC Studio, прочитає ті самі відомості.</translation>
    </message>
</context>
<context>
    <name>NewnessCommands</name>
    <message>
        <source>&amp;Open the known tune</source>
        <translation>&amp;Відкрити відому мелодію</translation>
    </message>
    <message>
        <source>Is it ne&amp;w?</source>
        <translation>Чи &amp;нова?</translation>
    </message>
    <message>
        <source>Ne&amp;xt shared measures</source>
        <translation>Наступні спільні &amp;такти</translation>
    </message>
    <message>
        <source>Open the known tune that shares the measures, beside this one</source>
        <translation>Відкрити поруч відому мелодію, у якій є ці такти</translation>
    </message>
    <message>
        <source>P&amp;lay the known tune</source>
        <translation>&amp;Грати відому мелодію</translation>
    </message>
    <message>
        <source>Play the s&amp;hared measures</source>
        <translation>Грати &amp;спільні такти</translation>
    </message>
    <message>
        <source>Play the shared measures as they stand in the known tune</source>
        <translation>Зіграти спільні такти, як вони стоять у відомій мелодії</translation>
    </message>
    <message>
        <source>Select the next measures that a known tune has, too</source>
        <translation>Виділити наступні такти, які є й у відомій мелодії</translation>
    </message>
    <message>
        <source>Select the shared measures and play them as they stand in this tune</source>
        <translation>Виділити спільні такти й зіграти їх, як вони стоять у цій мелодії</translation>
    </message>
    <message>
        <source>Show how new this tune is, and what known tunes share with it</source>
        <translation>Показати, наскільки нова ця мелодія і що спільного з нею мають відомі</translation>
    </message>
    <message>
        <source>“Is it new?” lists the known tunes that share measures with this one.</source>
        <translation>Відомі мелодії зі спільними тактами перелічує «Чи нова?».</translation>
    </message>
</context>
<context>
    <name>NewnessPanel</name>
    <message>
        <source>Click a row to select its measures; {0} plays them in the known tune, {1} in yours</source>
        <translation>Клацніть рядок, щоб виділити його такти; {0} грає їх у відомій мелодії, {1}&#xa0;— у вашій</translation>
    </message>
    <message>
        <source>Measures that known tunes have, too</source>
        <translation>Такти, які є й у відомих мелодіях</translation>
    </message>
    <message>
        <source>Score of the known tune</source>
        <translation>Ноти відомої мелодії</translation>
    </message>
    <message>
        <source>The known tune, the shared measures lit; double-click a note to hear it on</source>
        <translation>Відома мелодія, спільні такти підсвічено; клацніть ноту двічі, щоб слухати від неї</translation>
    </message>
    <message>
        <source>{0} %: {1}</source>
        <translation>{0}&#xa0;%: {1}</translation>
    </message>
</context>
<context>
    <name>NewnessPresenter</name>
    <message>
        <source>Comparing…</source>
        <translation>Порівняння…</translation>
    </message>
    <message>
        <source>Compose, open or write a tune: here you see what of it is known.</source>
        <translation>Складіть, відкрийте або напишіть мелодію: тут видно, що з неї вже відоме.</translation>
    </message>
    <message>
        <source>No tune yet</source>
        <translation>Мелодії ще немає</translation>
    </message>
    <message>
        <source>The known tunes are read.</source>
        <translation>Відомі мелодії читаються.</translation>
    </message>
    <message>
        <source>The known tunes cannot be read</source>
        <translation>Відомі мелодії не вдалося прочитати</translation>
    </message>
    <message>
        <source>Too short to tell</source>
        <translation>Закоротко для порівняння</translation>
    </message>
    <message>
        <source>Two measures and eight notes are needed to compare a tune.</source>
        <translation>Щоб порівняти мелодію, потрібні два такти й вісім нот.</translation>
    </message>
</context>
<context>
    <name>NewnessRoom</name>
    <message>
        <source>How new this tune is, and what known tunes share with it</source>
        <translation>Наскільки нова ця мелодія і що спільного з нею мають відомі</translation>
    </message>
    <message>
        <source>New?</source>
        <translation>Нове?</translation>
    </message>
</context>
<context>
    <name>NoRuns</name>
    <message>
        <source>Every run stands here with its settings, its loss and its music, to be sorted, marked and compared. Choose a preset on the page and press Start training.</source>
        <translation>Тут стоятиме кожен запуск із налаштуваннями, втратами й музикою, щоб його впорядковувати, позначати й порівнювати. Виберіть на сторінці набір налаштувань і натисніть «Тренувати».</translation>
    </message>
    <message>
        <source>Fewer words find more.</source>
        <translation>Менше слів знайде більше.</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>До налаштувань</translation>
    </message>
    <message>
        <source>No network has been trained yet</source>
        <translation>Жодної мережі ще не натреновано</translation>
    </message>
    <message>
        <source>No run fits the filter</source>
        <translation>Фільтру не відповідає жоден запуск</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Показати всі запуски</translation>
    </message>
</context>
<context>
    <name>NoteCommands</name>
    <message>
        <source>&amp;Flatten</source>
        <translation>П&amp;онизити</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>&amp;Довше</translation>
    </message>
    <message>
        <source>&amp;Sharpen</source>
        <translation>П&amp;ідвищити</translation>
    </message>
    <message>
        <source>&amp;Tie</source>
        <translation>З’єднувальна &amp;ліга</translation>
    </message>
    <message>
        <source>A step &amp;down</source>
        <translation>На ступінь в&amp;низ</translation>
    </message>
    <message>
        <source>A step &amp;up</source>
        <translation>На &amp;ступінь угору</translation>
    </message>
    <message>
        <source>Add a dot, or remove it</source>
        <translation>Додати крапку або прибрати її</translation>
    </message>
    <message>
        <source>As the &amp;key says</source>
        <translation>За &amp;тональністю</translation>
    </message>
    <message>
        <source>D&amp;ot</source>
        <translation>Кр&amp;апка</translation>
    </message>
    <message>
        <source>Delete the selected notes ({0} in the score)</source>
        <translation>Видалити вибрані ноти (у нотному записі&#xa0;— {0})</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Бемоль</translation>
    </message>
    <message>
        <source>Half as long</source>
        <translation>Удвічі коротше</translation>
    </message>
    <message>
        <source>Make the selected notes as long as this: {0}</source>
        <translation>Зробити вибрані ноти такої тривалості: {0}</translation>
    </message>
    <message>
        <source>Move the selected notes on the staff; other notes sound as before</source>
        <translation>Пересунути вибрані ноти на нотоносці; інші ноти звучать, як і раніше</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Бекар</translation>
    </message>
    <message>
        <source>Raise or lower the selected notes by a semitone</source>
        <translation>Підвищити або понизити вибрані ноти на півтон</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>При&amp;брати</translation>
    </message>
    <message>
        <source>Remove the accidentals</source>
        <translation>Прибрати знаки альтерації</translation>
    </message>
    <message>
        <source>Replace the selected notes with rests of the same length</source>
        <translation>Замінити вибрані ноти паузами тієї ж тривалості</translation>
    </message>
    <message>
        <source>S&amp;horter</source>
        <translation>&amp;Коротше</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Дієз</translation>
    </message>
    <message>
        <source>The next note value</source>
        <translation>Наступна тривалість</translation>
    </message>
    <message>
        <source>Tie the note to the next one, or part them</source>
        <translation>Залігувати ноту з наступною або роз’єднати їх</translation>
    </message>
    <message>
        <source>Turn into a &amp;rest</source>
        <translation>Замінити &amp;паузою</translation>
    </message>
    <message>
        <source>Write this accidental before the selected notes</source>
        <translation>Написати цей знак альтерації перед вибраними нотами</translation>
    </message>
</context>
<context>
    <name>NoteEntry</name>
    <message>
        <source>&amp;Enter notes by keyboard</source>
        <translation>Вв&amp;одити ноти з клавіатури</translation>
    </message>
    <message>
        <source>Choose a MIDI keyboard: it is heard at once, and enters notes</source>
        <translation>Вибрати MIDI-клавіатуру: її чути одразу, і нею вводять ноти</translation>
    </message>
    <message>
        <source>Letters become notes, digits choose their lengths, until {0}</source>
        <translation>Літери стають нотами, цифри вибирають тривалості; завершує {0}</translation>
    </message>
    <message>
        <source>MIDI ke&amp;yboard…</source>
        <translation>MIDI-&amp;клавіатура…</translation>
    </message>
</context>
<context>
    <name>NoteEntryBar</name>
    <message>
        <source>Add to the chord: the next note sounds with the last one ({0} and a letter)</source>
        <translation>Додати до акорду: наступна нота звучить разом з останньою ({0} і літера)</translation>
    </message>
    <message>
        <source>Dot: half as long again (.)</source>
        <translation>Крапка: у півтора раза довше (.)</translation>
    </message>
    <message>
        <source>Eighth note (4)</source>
        <translation>Восьма нота (4)</translation>
    </message>
    <message>
        <source>Enter a rest (0 or R)</source>
        <translation>Увести паузу (0 або R)</translation>
    </message>
    <message>
        <source>Half note (6)</source>
        <translation>Половинна нота (6)</translation>
    </message>
    <message>
        <source>Hear each note as it is entered</source>
        <translation>Чути кожну введену ноту</translation>
    </message>
    <message>
        <source>Leave the note entry ({0})</source>
        <translation>Завершити введення нот ({0})</translation>
    </message>
    <message>
        <source>MIDI keyboard</source>
        <translation>MIDI-клавіатура</translation>
    </message>
    <message>
        <source>Note entry</source>
        <translation>Введення нот</translation>
    </message>
    <message>
        <source>Quarter note (5)</source>
        <translation>Четвертна нота (5)</translation>
    </message>
    <message>
        <source>Sixteenth note (3)</source>
        <translation>Шістнадцята нота (3)</translation>
    </message>
    <message>
        <source>Tie the last note to the next one (T)</source>
        <translation>Залігувати останню ноту з наступною (T)</translation>
    </message>
    <message>
        <source>Triplet: three in the time of two (P)</source>
        <translation>Тріоль: три за час двох (P)</translation>
    </message>
    <message>
        <source>Whole note (7)</source>
        <translation>Ціла нота (7)</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>&amp;Accidental</source>
        <translation>З&amp;нак альтерації</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Тривалість</translation>
    </message>
</context>
<context>
    <name>NoteNames</name>
    <message>
        <source>A</source>
        <translation>ля</translation>
    </message>
    <message>
        <source>B</source>
        <translation>сі</translation>
    </message>
    <message>
        <source>C</source>
        <translation>до</translation>
    </message>
    <message>
        <source>D</source>
        <translation>ре</translation>
    </message>
    <message>
        <source>E</source>
        <translation>мі</translation>
    </message>
    <message>
        <source>F</source>
        <translation>фа</translation>
    </message>
    <message>
        <source>G</source>
        <translation>соль</translation>
    </message>
    <message>
        <source>{0}♭</source>
        <translation>{0}-бемоль</translation>
    </message>
    <message>
        <source>{0}♯</source>
        <translation>{0}-дієз</translation>
    </message>
    <message>
        <source>{0}𝄪</source>
        <translation>{0}-дубль-дієз</translation>
    </message>
    <message>
        <source>{0}𝄫</source>
        <translation>{0}-дубль-бемоль</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>above the staff</source>
        <translation>над нотоносцем</translation>
    </message>
    <message>
        <source>below the staff</source>
        <translation>під нотоносцем</translation>
    </message>
    <message>
        <source>dotted {0}</source>
        <translation>{0} з крапкою</translation>
    </message>
    <message>
        <source>double dotted {0}</source>
        <translation>{0} з двома крапками</translation>
    </message>
    <message>
        <source>double whole</source>
        <translation>бревіс</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>восьма</translation>
    </message>
    <message>
        <source>half</source>
        <translation>половинна</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>лінія {0}</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>четвертна</translation>
    </message>
    <message>
        <source>sixteenth</source>
        <translation>шістнадцята</translation>
    </message>
    <message>
        <source>sixty-fourth</source>
        <translation>шістдесят четверта</translation>
    </message>
    <message>
        <source>space {0}</source>
        <translation>проміжок {0}</translation>
    </message>
    <message>
        <source>thirty-second</source>
        <translation>тридцять друга</translation>
    </message>
    <message>
        <source>triple dotted {0}</source>
        <translation>{0} з трьома крапками</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ціла</translation>
    </message>
    <message>
        <source>whole-measure rest</source>
        <translation>пауза на цілий такт</translation>
    </message>
    <message>
        <source>{0} of a whole note</source>
        <translation>{0} цілої ноти</translation>
    </message>
    <message>
        <source>{0} rest</source>
        <translation>пауза, {0}</translation>
    </message>
    <message>
        <source>{0}, grace note</source>
        <translation>{0}, форшлаг</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Put this notice away</source>
        <translation>Прибрати це повідомлення</translation>
    </message>
    <message>
        <source>What else this notice offers</source>
        <translation>Що ще пропонує це повідомлення</translation>
    </message>
    <message>
        <source>What this notice offers</source>
        <translation>Що пропонує це повідомлення</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Enter a number from {0} to {1}.</source>
        <translation>Введіть число від {0} до {1}.</translation>
    </message>
    <message>
        <source>{0} is out of range: choose a number from {1} to {2}.</source>
        <translation>{0}&#xa0;— поза межами: виберіть число від {1} до {2}.</translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Character</source>
        <translation>Символ</translation>
    </message>
    <message>
        <source>No tune has these, so a network trained on them could not read them: {0}</source>
        <translation>Цих символів немає в жодній мелодії, тож мережа, натренована на них, не змогла б їх прочитати: {0}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text to turn into numbers</source>
        <translation>Текст, який перетворити на числа</translation>
    </message>
    <message>
        <source>The text as numbers</source>
        <translation>Текст як числа</translation>
    </message>
    <message>
        <source>The text character by character</source>
        <translation>Текст символ за символом</translation>
    </message>
    <message>
        <source>Type any text: its numbers follow at once</source>
        <translation>Введіть будь-який текст: його числа з’являться одразу</translation>
    </message>
</context>
<context>
    <name>OddsBox</name>
    <message>
        <source>Bars: the softmax. Dots: how often your code drew each one.</source>
        <translation>Стовпчики: softmax. Точки: як часто ваш код вибирав кожен символ.</translation>
    </message>
    <message>
        <source>Bars: the softmax. Dots: what your code gives.</source>
        <translation>Стовпчики: softmax. Точки: що дає ваш код.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>What the network gives for the next character, at a temperature.</source>
        <translation>Що дає мережа для наступного символу за певної температури.</translation>
    </message>
</context>
<context>
    <name>OddsView</name>
    <message>
        <source>Probabilities and your draws</source>
        <translation>Імовірності та ваша вибірка</translation>
    </message>
</context>
<context>
    <name>OpeningBar</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Do not open this file</source>
        <translation>Не відкривати цей файл</translation>
    </message>
    <message>
        <source>How much of the file is opened</source>
        <translation>Яку частину файлу відкрито</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>Файл {0} відкривається…</translation>
    </message>
</context>
<context>
    <name>OpeningCommands</name>
    <message>
        <source>Cl&amp;ear the opening</source>
        <translation>О&amp;чистити початок</translation>
    </message>
    <message>
        <source>P&amp;lay the opening</source>
        <translation>Зі&amp;грати початок</translation>
    </message>
    <message>
        <source>Play notes on the piano, a MIDI keyboard or with letters: they come into the seed</source>
        <translation>Зіграти ноти на фортепіано, MIDI-клавіатурі чи літерами: вони стануть початком</translation>
    </message>
    <message>
        <source>Take the notes out of the seed; undo brings them back</source>
        <translation>Прибрати ноти з початку; скасування зміни їх поверне</translation>
    </message>
    <message>
        <source>The seed has no notes.</source>
        <translation>У початку немає нот.</translation>
    </message>
</context>
<context>
    <name>OriginFold</name>
    <message numerus="yes">
        <source>… %Ln more lines</source>
        <translation>
            <numerusform>… ще %Ln рядок</numerusform>
            <numerusform>… ще %Ln рядки</numerusform>
            <numerusform>… ще %Ln рядків</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePresenter</name>
    <message>
        <source>&amp;Delete the tune</source>
        <translation>&amp;Видалити мелодію</translation>
    </message>
    <message>
        <source>&amp;Next tune of the text</source>
        <translation>&amp;Наступна мелодія тексту</translation>
    </message>
    <message>
        <source>Add a ne&amp;w tune below</source>
        <translation>Додати ни&amp;жче нову мелодію</translation>
    </message>
    <message>
        <source>Begin a tune under this one, with the next free number</source>
        <translation>Почати мелодію під цією, з наступним вільним номером</translation>
    </message>
    <message>
        <source>Delete the tune from the text; undo brings it back</source>
        <translation>Видалити мелодію з тексту; скасування зміни її поверне</translation>
    </message>
    <message>
        <source>Dup&amp;licate the tune</source>
        <translation>Створити &amp;копію мелодії</translation>
    </message>
    <message>
        <source>Go to the tune above</source>
        <translation>Перейти до мелодії вище</translation>
    </message>
    <message>
        <source>Go to the tune below</source>
        <translation>Перейти до мелодії нижче</translation>
    </message>
    <message>
        <source>List the tunes of this text and find one</source>
        <translation>Перелічити мелодії цього тексту й знайти потрібну</translation>
    </message>
    <message>
        <source>Move the tune &amp;down</source>
        <translation>Пе&amp;ресунути мелодію вниз</translation>
    </message>
    <message>
        <source>Move the tune &amp;up</source>
        <translation>Пересунути мелодію в&amp;гору</translation>
    </message>
    <message>
        <source>Previous tune o&amp;f the text</source>
        <translation>&amp;Попередня мелодія тексту</translation>
    </message>
    <message>
        <source>Put a copy of the tune under it, with the next free number</source>
        <translation>Поставити копію мелодії під нею, з наступним вільним номером</translation>
    </message>
    <message>
        <source>Swap the tune with the one above</source>
        <translation>Поміняти мелодію місцями з тією, що вище</translation>
    </message>
    <message>
        <source>Swap the tune with the one below</source>
        <translation>Поміняти мелодію місцями з тією, що нижче</translation>
    </message>
    <message>
        <source>T&amp;unes of this text</source>
        <translation>М&amp;елодії цього тексту</translation>
    </message>
    <message>
        <source>The tune</source>
        <translation>Мелодія</translation>
    </message>
    <message>
        <source>There is no other tune in this text.</source>
        <translation>Інших мелодій у цьому тексті немає.</translation>
    </message>
    <message>
        <source>This is the first tune already.</source>
        <translation>Ця мелодія вже перша.</translation>
    </message>
    <message>
        <source>This is the last tune already.</source>
        <translation>Ця мелодія вже остання.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} is deleted.</source>
        <translation>{0}: видалено.</translation>
    </message>
</context>
<context>
    <name>OutlineRoom</name>
    <message>
        <source>The tunes of this text</source>
        <translation>Мелодії цього тексту</translation>
    </message>
    <message>
        <source>This tune is no longer open.</source>
        <translation>Цю мелодію вже закрито.</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>A solution</source>
        <translation>Розв’язок</translation>
    </message>
    <message>
        <source>Check runs the code and shows here what it prints.</source>
        <translation>Перевірка виконує код і показує тут, що він виводить.</translation>
    </message>
    <message>
        <source>What your code prints</source>
        <translation>Що виводить ваш код</translation>
    </message>
    <message>
        <source>You guessed: {0}</source>
        <translation>Ваш здогад: {0}</translation>
    </message>
</context>
<context>
    <name>OutsideChanges</name>
    <message>
        <source>Load it</source>
        <translation>Завантажити</translation>
    </message>
    <message>
        <source>{0} is no longer a file. Save your text under another name.</source>
        <translation>{0} більше не файл. Збережіть текст під іншою назвою.</translation>
    </message>
    <message>
        <source>{0} was changed by another program, and by you here. Loading it can be undone.</source>
        <translation>Файл {0} змінено іншою програмою, а тут&#xa0;— вами. Завантаження можна скасувати.</translation>
    </message>
    <message>
        <source>{0} was changed by another program.</source>
        <translation>Файл {0} змінила інша програма.</translation>
    </message>
    <message>
        <source>{0} was deleted or moved. Saving writes it again.</source>
        <translation>Файл {0} видалено або переміщено. Збереження запише його знову.</translation>
    </message>
</context>
<context>
    <name>OutsidePrograms</name>
    <message>
        <source>Copy the address</source>
        <translation>Скопіювати адресу</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Скопіювати шлях</translation>
    </message>
    <message>
        <source>No program here could open {0}.</source>
        <translation>Жодна програма тут не змогла відкрити {0}.</translation>
    </message>
    <message>
        <source>{0} is no longer there.</source>
        <translation>{0}: цього вже немає.</translation>
    </message>
</context>
<context>
    <name>OwnCodeCommands</name>
    <message>
        <source>Train with &amp;my code</source>
        <translation>Тренувати &amp;моїм кодом</translation>
    </message>
    <message>
        <source>Trains a network with the functions that you wrote in lessons</source>
        <translation>Тренувати мережу функціями, які ви написали на уроках</translation>
    </message>
</context>
<context>
    <name>OwnCodeForm</name>
    <message>
        <source>N&amp;ame of the run</source>
        <translation>&amp;Назва запуску</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Назва запуску</translation>
    </message>
    <message>
        <source>Own code</source>
        <translation>Власний код</translation>
    </message>
    <message>
        <source>What the run is called in the list of runs and in the report</source>
        <translation>Як запуск зветься у списку запусків і у звіті</translation>
    </message>
</context>
<context>
    <name>OwnCodePresenter</name>
    <message>
        <source>All six functions are there: your code can train.</source>
        <translation>Усі шість функцій готові: ваш код може тренувати.</translation>
    </message>
    <message>
        <source>Before your code can train a network, pass: {0}.</source>
        <translation>Щоб ваш код тренував мережу, пройдіть ще: {0}.</translation>
    </message>
    <message>
        <source>First pass the lessons that are marked.</source>
        <translation>Спершу пройдіть позначені уроки.</translation>
    </message>
    <message>
        <source>First train a network with your code.</source>
        <translation>Спершу натренуйте мережу своїм кодом.</translation>
    </message>
    <message>
        <source>Step {0} of {1}, loss {2}</source>
        <translation>Крок {0} з {1}, втрати {2}</translation>
    </message>
    <message>
        <source>Step {0}: your generate_text writes</source>
        <translation>Крок {0}: пише ваша generate_text</translation>
    </message>
    <message>
        <source>Stopped. What was learned is kept.</source>
        <translation>Зупинено. Вивчене збережено.</translation>
    </message>
    <message>
        <source>Trains a network with your six functions</source>
        <translation>Тренувати мережу вашими шістьма функціями</translation>
    </message>
    <message>
        <source>Tunes of my code</source>
        <translation>Мелодії мого коду</translation>
    </message>
    <message>
        <source>Your code is at work.</source>
        <translation>Ваш код працює.</translation>
    </message>
    <message>
        <source>Your code is getting ready…</source>
        <translation>Ваш код готується…</translation>
    </message>
    <message>
        <source>Your code trained this network. {0}.</source>
        <translation>Цю мережу натренував ваш код. {0}.</translation>
    </message>
    <message>
        <source>Your generate_text has written a text.</source>
        <translation>Ваша generate_text написала текст.</translation>
    </message>
    <message>
        <source>Your generate_text wrote this with {0}</source>
        <translation>Це написала ваша generate_text із мережею {0}</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0} «{1}»</translation>
    </message>
    <message>
        <source>{0}, on held-out tunes {1}</source>
        <translation>{0}, на відкладених мелодіях {1}</translation>
    </message>
</context>
<context>
    <name>OwnCodeView</name>
    <message>
        <source>&amp;Back to the lesson</source>
        <translation>Назад до &amp;уроку</translation>
    </message>
    <message>
        <source>&amp;Compose with it</source>
        <translation>Складати &amp;нею</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Зупинити</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Тренувати</translation>
    </message>
    <message>
        <source>Chooses the network in the Composer and goes there</source>
        <translation>Вибрати цю мережу на сторінці «Композиція» й перейти туди</translation>
    </message>
    <message>
        <source>Ends it; what was learned is kept</source>
        <translation>Закінчити тренування; вивчене збережеться</translation>
    </message>
    <message>
        <source>Goes back to the text and the cell of the lesson</source>
        <translation>Повернутися до тексту й комірки уроку</translation>
    </message>
    <message>
        <source>Goes to this run on the page Training, where all runs stand</source>
        <translation>Перехід до цього запуску на сторінці «Тренування», де стоять усі запуски</translation>
    </message>
    <message>
        <source>How the training stands</source>
        <translation>Стан тренування</translation>
    </message>
    <message>
        <source>Progress of the training run</source>
        <translation>Поступ запуску тренування</translation>
    </message>
    <message>
        <source>S&amp;how among the runs</source>
        <translation>&amp;Показати серед запусків</translation>
    </message>
    <message>
        <source>The studio&apos;s training loop calls six functions of yours.</source>
        <translation>Цикл тренування студії викликає шість ваших функцій.</translation>
    </message>
    <message>
        <source>Train a network with your code</source>
        <translation>Тренування вашим кодом</translation>
    </message>
</context>
<context>
    <name>OwnPresets</name>
    <message>
        <source>Name of the preset:</source>
        <translation>Назва набору:</translation>
    </message>
    <message>
        <source>New name of the preset:</source>
        <translation>Нова назва набору:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Зберегти налаштування</translation>
    </message>
    <message>
        <source>The preset “{0}” is deleted.</source>
        <translation>Набір «{0}» видалено.</translation>
    </message>
    <message>
        <source>The settings are kept as “{0}”.</source>
        <translation>Налаштування збережено як «{0}».</translation>
    </message>
    <message>
        <source>There are too many presets: delete one before another is kept.</source>
        <translation>Наборів забагато: видаліть один, перш ніж зберігати інший.</translation>
    </message>
    <message>
        <source>This preset is of another version of the studio.</source>
        <translation>Цей набір&#xa0;— з іншої версії студії.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Видалити</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Перейменувати…</translation>
    </message>
    <message>
        <source>&amp;Save the settings as…</source>
        <translation>&amp;Зберегти налаштування як…</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>&amp;Скасувати останню зміну</translation>
    </message>
    <message>
        <source>Keeps the settings under a name, or changes what is kept</source>
        <translation>Зберігає налаштування під назвою або змінює збережене</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <source>Settings of this form that you have given a name</source>
        <translation>Налаштування цієї форми, яким ви дали назву</translation>
    </message>
    <message>
        <source>Your own presets</source>
        <translation>Власні набори</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>About the models</source>
        <translation>Про моделі</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Пристрій</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Знайти команду</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>The network that composes</source>
        <translation>Мережа, яка складає</translation>
    </message>
    <message>
        <source>There is no model yet: train one on the Training page</source>
        <translation>Моделей ще немає: натренуйте на сторінці «Тренування»</translation>
    </message>
    <message>
        <source>Used for training and composing</source>
        <translation>На ній тренуються й складають</translation>
    </message>
    <message>
        <source>Used for training; the last tune was composed on the processor</source>
        <translation>На ній тренуються; останню мелодію складено на процесорі</translation>
    </message>
    <message>
        <source>Where networks compute</source>
        <translation>Де обчислюють мережі</translation>
    </message>
    <message>
        <source>{0}   {1}</source>
        <translation>{0}   {1}</translation>
    </message>
</context>
<context>
    <name>Painting</name>
    <message>
        <source>This cannot be drawn.</source>
        <translation>Показати це не вдалося.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Go back to the part of the window before</source>
        <translation>Повернутися до попередньої частини вікна</translation>
    </message>
    <message>
        <source>Go on to the next part of the window</source>
        <translation>Перейти до наступної частини вікна</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>Наступна &amp;область</translation>
    </message>
    <message>
        <source>Previous pan&amp;e</source>
        <translation>Попередня о&amp;бласть</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source> mm</source>
        <translation> мм</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Height of a staff</source>
        <translation>Висота нотоносця</translation>
    </message>
    <message>
        <source>How high the five lines are; larger is easier to read</source>
        <translation>Висота п’яти ліній; більший легше читати</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Папір</translation>
    </message>
    <message>
        <source>The size of a sheet</source>
        <translation>Розмір аркуша</translation>
    </message>
</context>
<context>
    <name>ParallelPlot</name>
    <message>
        <source>Drag along an axis to choose runs; a click on it lets go</source>
        <translation>Потягніть уздовж осі, щоб вибрати запуски; клацання скасовує вибір</translation>
    </message>
    <message>
        <source>Settings against the validation loss</source>
        <translation>Параметри й втрати на валідації</translation>
    </message>
    <message>
        <source>Two runs with a validation loss and different settings are needed</source>
        <translation>Потрібні два запуски з втратами на валідації та різними параметрами</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Втрати на валідації</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Вибрати: {0}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Типово</translation>
    </message>
    <message>
        <source>Standard: {0}</source>
        <translation>Типово: {0}</translation>
    </message>
</context>
<context>
    <name>PianoKeyboard</name>
    <message>
        <source>Key {0}</source>
        <translation>Клавіша {0}</translation>
    </message>
    <message>
        <source>Piano</source>
        <translation>Фортепіано</translation>
    </message>
</context>
<context>
    <name>PianoStrip</name>
    <message>
        <source>A piano above the transport bar, to hear and enter notes</source>
        <translation>Фортепіано над панеллю відтворення, щоб чути й вводити ноти</translation>
    </message>
    <message>
        <source>Show the p&amp;iano</source>
        <translation>Показувати &amp;фортепіано</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>The unit stood at {0} after it.</source>
        <translation>Значення нейрона після нього: {0}.</translation>
    </message>
    <message>
        <source>{0} of that was copied from line {1}.</source>
        <translation>З цього {0} скопійовано з рядка {1}.</translation>
    </message>
    <message>
        <source>“{0}” comes first: nothing was expected yet.</source>
        <translation>«{0}» стоїть першим: очікувати ще було нічого.</translation>
    </message>
    <message>
        <source>“{0}” was expected with {1}: {2} nats of surprise.</source>
        <translation>«{0}»: очікування {1}, несподіваність {2} нат.</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>How near</source>
        <translation>Схожість</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>{0} (this tune)</source>
        <translation>{0} (ця мелодія)</translation>
    </message>
</context>
<context>
    <name>PlacesTable</name>
    <message>
        <source>Tunes that have the melody</source>
        <translation>Мелодії, де є ці ноти</translation>
    </message>
</context>
<context>
    <name>PlayingRecorder</name>
    <message>
        <source>No MIDI keyboard is heard: Play &gt; MIDI keyboard chooses one.</source>
        <translation>MIDI-клавіатуру не чути: виберіть її в меню «Відтворення &gt; MIDI &gt; MIDI-клавіатура».</translation>
    </message>
    <message>
        <source>Play on the piano below, or with the letters from A to G. {0} takes a note back, {1} ends it.</source>
        <translation>Грайте на фортепіано внизу або літерами від A до G. {0} прибирає останню ноту, {1} завершує.</translation>
    </message>
    <message>
        <source>{0} is heard, too.</source>
        <translation>{0} теж чути.</translation>
    </message>
</context>
<context>
    <name>PointedView</name>
    <message>
        <source>Click, or use the arrow keys, to see single values</source>
        <translation>Клацніть або ходіть стрілками, щоб бачити окремі значення</translation>
    </message>
</context>
<context>
    <name>PortMenu</name>
    <message>
        <source>Looking…</source>
        <translation>Пошук…</translation>
    </message>
    <message>
        <source>None found. Connect one, and it appears here</source>
        <translation>Нічого не знайдено. Під’єднайте, і з’явиться тут</translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation>{0} (не під’єднано)</translation>
    </message>
</context>
<context>
    <name>PracticeSettings</name>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln раз</numerusform>
            <numerusform>%Ln рази</numerusform>
            <numerusform>%Ln разів</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Count in</source>
        <translation>&amp;Відлік</translation>
    </message>
    <message>
        <source>&amp;Faster each time by</source>
        <translation>&amp;Швидше щоразу на</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>&amp;Метроном</translation>
    </message>
    <message>
        <source>&amp;Play a loop</source>
        <translation>&amp;Грати цикл</translation>
    </message>
    <message>
        <source>&amp;Up to</source>
        <translation>&amp;Не більше</translation>
    </message>
    <message>
        <source>100 % of this tune: {0} a minute ({1})</source>
        <translation>100&#xa0;% цієї мелодії: {0} за хвилину ({1})</translation>
    </message>
    <message>
        <source>A measure clicks before a tune is played</source>
        <translation>Перед мелодією клацає один такт</translation>
    </message>
    <message>
        <source>After that the music goes on behind the loop</source>
        <translation>Після цього музика йде далі за цикл</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>Знову й знову</translation>
    </message>
    <message>
        <source>How much faster each time</source>
        <translation>На скільки швидше щоразу</translation>
    </message>
    <message>
        <source>How often a loop is played</source>
        <translation>Скільки разів грати цикл</translation>
    </message>
    <message>
        <source>In percent of the written tempo</source>
        <translation>У відсотках записаного темпу</translation>
    </message>
    <message>
        <source>In percent of the written tempo, added after each time</source>
        <translation>У відсотках записаного темпу, додаються після кожного разу</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Розучування</translation>
    </message>
    <message>
        <source>Set the tempo to begin with, mark what to practise with Loop, and play. Stop goes back to the tempo of the beginning.</source>
        <translation>Задайте початковий темп, позначте циклом, що розучувати, і грайте. «Зупинити» повертає початковий темп.</translation>
    </message>
    <message>
        <source>The beats click while a tune is played</source>
        <translation>Під час гри клацають долі</translation>
    </message>
    <message>
        <source>The fastest tempo of a loop</source>
        <translation>Найшвидший темп циклу</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>З&amp;акрити</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>Ко&amp;льори</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Загальні</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавіші</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Мова</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>Зв&amp;ук</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темні</translation>
    </message>
    <message>
        <source>Every change is kept.</source>
        <translation>Кожна зміна зберігається одразу.</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>Усе вже збережено</translation>
    </message>
    <message>
        <source>Folder of &amp;tunes</source>
        <translation>&amp;Тека мелодій</translation>
    </message>
    <message>
        <source>Folder of training &amp;runs</source>
        <translation>Тека за&amp;пусків</translation>
    </message>
    <message>
        <source>Folder of training runs</source>
        <translation>Тека запусків тренування</translation>
    </message>
    <message>
        <source>Folder of tunes</source>
        <translation>Тека мелодій</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світлі</translation>
    </message>
    <message>
        <source>Light, dark, or as on the desktop</source>
        <translation>Світлі, темні або як на робочому столі</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>The folder where opening and saving tunes begins</source>
        <translation>Тека, з якої починається відкриття та збереження мелодій</translation>
    </message>
    <message>
        <source>The home folder</source>
        <translation>Домашня тека</translation>
    </message>
    <message>
        <source>The language of menus and sentences</source>
        <translation>Мова меню та речень</translation>
    </message>
    <message>
        <source>Tra&amp;ining</source>
        <translation>&amp;Тренування</translation>
    </message>
    <message>
        <source>Where trained models and their curves are kept</source>
        <translation>Де зберігати натреновані моделі та їхні криві</translation>
    </message>
</context>
<context>
    <name>PrepareCommands</name>
    <message>
        <source>&amp;Open steps…</source>
        <translation>Відкрити &amp;кроки…</translation>
    </message>
    <message>
        <source>&amp;Prepare a corpus</source>
        <translation>&amp;Підготувати корпус</translation>
    </message>
    <message>
        <source>&amp;Save steps…</source>
        <translation>&amp;Зберегти кроки…</translation>
    </message>
    <message>
        <source>&amp;Train on the prepared corpus</source>
        <translation>&amp;Тренувати на підготовленому корпусі</translation>
    </message>
    <message>
        <source>Keeps the steps in a file, from which the corpus can be made again</source>
        <translation>Зберегти кроки у файл, за яким корпус можна зробити знову</translation>
    </message>
    <message>
        <source>No tune is left to learn from. Let the steps leave more.</source>
        <translation>Для навчання не лишилося мелодій. Змініть кроки, щоб лишилося більше.</translation>
    </message>
    <message>
        <source>Shows the steps that make a corpus to learn from of these tunes</source>
        <translation>Показати кроки, які роблять із цих мелодій навчальний корпус</translation>
    </message>
    <message>
        <source>Takes the corpus that the steps make to the training page</source>
        <translation>Передати корпус, який дають ці кроки, на сторінку тренування</translation>
    </message>
    <message>
        <source>Takes the steps of a corpus from a file</source>
        <translation>Узяти кроки корпусу з файлу</translation>
    </message>
    <message>
        <source>“Prepare” makes the corpus first.</source>
        <translation>Спершу корпус робить вкладка «Підготовка».</translation>
    </message>
</context>
<context>
    <name>PreparePresenter</name>
    <message>
        <source>Cancelled. Change a step to begin again.</source>
        <translation>Скасовано. Змініть крок, щоб почати знову.</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Characters to learn from: {0}. Fingerprint of the corpus: {1}.</source>
        <translation>Символів для навчання: {0}. Відбиток корпусу: {1}.</translation>
    </message>
    <message>
        <source>No tune is left to learn from. Let the steps leave more.</source>
        <translation>Для навчання не лишилося мелодій. Змініть кроки, щоб лишилося більше.</translation>
    </message>
    <message>
        <source>Open steps…</source>
        <translation>Відкрити кроки…</translation>
    </message>
    <message numerus="yes">
        <source>Preparing: {0} of %Ln tunes</source>
        <translation>
            <numerusform>Підготовка: {0} з %Ln мелодії</numerusform>
            <numerusform>Підготовка: {0} з %Ln мелодій</numerusform>
            <numerusform>Підготовка: {0} з %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>Save steps…</source>
        <translation>Зберегти кроки…</translation>
    </message>
    <message>
        <source>Stop making the corpus; the steps stay as they are</source>
        <translation>Припинити готувати корпус; кроки лишаються як є</translation>
    </message>
    <message>
        <source>Train on this</source>
        <translation>Тренувати</translation>
    </message>
    <message>
        <source>{0} Weights: {1}.</source>
        <translation>{0} Ваги: {1}.</translation>
    </message>
</context>
<context>
    <name>PreparingRoom</name>
    <message>
        <source>Prepare</source>
        <translation>Підготовка</translation>
    </message>
</context>
<context>
    <name>PresetCommands</name>
    <message>
        <source>A run is under way; stop it to change its settings.</source>
        <translation>Триває запуск; зупиніть його, щоб змінити налаштування.</translation>
    </message>
    <message>
        <source>Brings back what was renamed, deleted or replaced</source>
        <translation>Повертає перейменоване, видалене чи замінене</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Видалити набір</translation>
    </message>
    <message>
        <source>Forgets your preset that the form shows</source>
        <translation>Забуває ваш набір, який показує форма</translation>
    </message>
    <message>
        <source>Gives the settings of the form a name</source>
        <translation>Дає налаштуванням форми назву</translation>
    </message>
    <message>
        <source>Gives your preset in the form another name</source>
        <translation>Дає вашому набору у формі іншу назву</translation>
    </message>
    <message>
        <source>Keep the settings as a preset…</source>
        <translation>Зберегти налаштування як набір…</translation>
    </message>
    <message>
        <source>No preset has been changed since the start.</source>
        <translation>Від запуску програми жодного набору не змінено.</translation>
    </message>
    <message>
        <source>Puts settings that you have named into the form</source>
        <translation>Ставить у форму налаштування, яким ви дали назву</translation>
    </message>
    <message>
        <source>Rename the preset…</source>
        <translation>Перейменувати набір…</translation>
    </message>
    <message>
        <source>The form shows none of your own presets.</source>
        <translation>Форма не показує жодного з ваших наборів.</translation>
    </message>
    <message>
        <source>Undo the last change of presets</source>
        <translation>Скасувати останню зміну наборів</translation>
    </message>
    <message>
        <source>Use a preset of your own…</source>
        <translation>Узяти власний набір налаштувань…</translation>
    </message>
    <message>
        <source>You have kept no preset yet.</source>
        <translation>Ви ще не зберегли жодного набору.</translation>
    </message>
</context>
<context>
    <name>PresetsBar</name>
    <message>
        <source>A bigger network, for tunes worth keeping.</source>
        <translation>Більша мережа для мелодій, які варто зберегти.</translation>
    </message>
    <message>
        <source>A small network: a playable tune in minutes.</source>
        <translation>Мала мережа: придатна мелодія за лічені хвилини.</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Лабораторний</translation>
    </message>
    <message>
        <source>Own settings: {0}.</source>
        <translation>Власні параметри: {0}.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Швидкий</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Студійний</translation>
    </message>
    <message>
        <source>The lab&apos;s own network, loop and defaults.</source>
        <translation>Мережа, цикл і типові параметри з лабораторної.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%Ln sheets</source>
        <translation>
            <numerusform>%Ln аркуш</numerusform>
            <numerusform>%Ln аркуші</numerusform>
            <numerusform>%Ln аркушів</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Друкувати…</translation>
    </message>
    <message>
        <source>&amp;Save as file…</source>
        <translation>&amp;Зберегти як файл…</translation>
    </message>
    <message>
        <source>Choose a printer and print these sheets</source>
        <translation>Вибрати принтер і надрукувати ці аркуші</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Більше</translation>
    </message>
    <message>
        <source>Laying out the sheets…</source>
        <translation>Розкладання аркушів…</translation>
    </message>
    <message>
        <source>One sheet</source>
        <translation>Один аркуш</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>&amp;Папір</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Аркуші</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Менше</translation>
    </message>
    <message>
        <source>Sta&amp;ff</source>
        <translation>&amp;Нотоносець</translation>
    </message>
    <message>
        <source>The sheets as they will be printed</source>
        <translation>Аркуші, якими їх буде надруковано</translation>
    </message>
    <message>
        <source>There is nothing to print</source>
        <translation>Друкувати нічого</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>Весь аркуш</translation>
    </message>
    <message>
        <source>Write the score as PDF, SVG or PNG</source>
        <translation>Записати ноти як PDF, SVG або PNG</translation>
    </message>
    <message>
        <source>{0} - print preview</source>
        <translation>{0} - перегляд друку</translation>
    </message>
</context>
<context>
    <name>ProblemRows</name>
    <message>
        <source>Error</source>
        <translation>Помилка</translation>
    </message>
    <message>
        <source>Fix: {0}</source>
        <translation>Виправлення: {0}</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Порада</translation>
    </message>
    <message>
        <source>Line {0} · {1}</source>
        <translation>Рядок {0} · {1}</translation>
    </message>
    <message>
        <source>Line {0}, column {1}</source>
        <translation>Рядок {0}, стовпчик {1}</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Попередження</translation>
    </message>
</context>
<context>
    <name>ProblemsCommands</name>
    <message>
        <source>&amp;Fix the problem</source>
        <translation>Випр&amp;авити проблему</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Проблеми</translation>
    </message>
    <message>
        <source>Change the text as the line under the editor suggests</source>
        <translation>Змінити текст, як пропонує рядок під редактором</translation>
    </message>
    <message>
        <source>Fix all &amp;problems</source>
        <translation>В&amp;иправити всі проблеми</translation>
    </message>
    <message>
        <source>Fix all li&amp;ke this problem</source>
        <translation>Виправити вс&amp;і подібні проблеми</translation>
    </message>
    <message>
        <source>Fix all problems of the same kind, as one step to undo</source>
        <translation>Виправити всі проблеми цього виду одним кроком, який можна скасувати</translation>
    </message>
    <message>
        <source>Fix all problems that have a known fix, as one step to undo</source>
        <translation>Виправити всі проблеми з відомим виправленням одним кроком, який можна скасувати</translation>
    </message>
    <message>
        <source>Go to the next problem</source>
        <translation>Перейти до наступної проблеми</translation>
    </message>
    <message>
        <source>Go to the problem before</source>
        <translation>Перейти до попередньої проблеми</translation>
    </message>
    <message>
        <source>List all problems of the tune, or of the whole text</source>
        <translation>Перелічити всі проблеми мелодії або всього тексту</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>&amp;Наступна проблема</translation>
    </message>
    <message>
        <source>No fix is known for a problem here.</source>
        <translation>Для жодної проблеми тут виправлення невідоме.</translation>
    </message>
    <message>
        <source>No fix is known for the problem at the caret.</source>
        <translation>Для проблеми біля курсора виправлення невідоме.</translation>
    </message>
    <message>
        <source>Nothing is doubtful in this tune.</source>
        <translation>Сумнівного в цій мелодії немає.</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>По&amp;передня проблема</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>&amp;Go there</source>
        <translation>П&amp;ерейти туди</translation>
    </message>
    <message>
        <source>All hidden</source>
        <translation>Усі сховано</translation>
    </message>
    <message>
        <source>Choose a problem that has a known fix first.</source>
        <translation>Спершу виберіть проблему, для якої є виправлення.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Помилки</translation>
    </message>
    <message>
        <source>Fix all</source>
        <translation>Виправити всі</translation>
    </message>
    <message>
        <source>Fix all like this</source>
        <translation>Виправити всі подібні</translation>
    </message>
    <message>
        <source>Fix all problems of the chosen kind, as one step to undo</source>
        <translation>Виправити всі проблеми вибраного виду одним кроком, який можна скасувати</translation>
    </message>
    <message>
        <source>Fix all problems that have a known fix, as one step to undo</source>
        <translation>Виправити всі проблеми з відомим виправленням одним кроком, який можна скасувати</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Поради</translation>
    </message>
    <message>
        <source>List the problems of the tune at the caret, or of all</source>
        <translation>Перелічити проблеми мелодії біля курсора або всіх мелодій</translation>
    </message>
    <message>
        <source>Look in the whole text</source>
        <translation>Шукати в усьому тексті</translation>
    </message>
    <message>
        <source>Look through the other tunes</source>
        <translation>Переглянути решту мелодій</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Пошук…</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Проблем немає</translation>
    </message>
    <message>
        <source>No tune yet</source>
        <translation>Мелодії ще немає</translation>
    </message>
    <message>
        <source>None of these problems has a known fix.</source>
        <translation>Для жодної з цих проблем виправлення невідоме.</translation>
    </message>
    <message>
        <source>Nothing is doubtful in these tunes.</source>
        <translation>У цих мелодіях немає сумнівного.</translation>
    </message>
    <message>
        <source>Nothing is doubtful in this tune.</source>
        <translation>У цій мелодії немає сумнівного.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Stop looking for problems</source>
        <translation>Зупинити пошук проблем</translation>
    </message>
    <message>
        <source>There are problems, but of kinds that are not shown.</source>
        <translation>Проблеми є, але таких видів, які не показано.</translation>
    </message>
    <message>
        <source>This tune</source>
        <translation>Ця мелодія</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Попередження</translation>
    </message>
    <message>
        <source>What is doubtful in a tune is listed here.</source>
        <translation>Тут перелічено те, що сумнівне в мелодії.</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Що перелічено</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Увесь текст</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} goes to the problem, {1} offers its fix</source>
        <translation>{0} переходить до проблеми, {1} пропонує її виправлення</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} з %Ln мелодії</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: {1}. Show or hide them</source>
        <translation>{0}: {1}. Показати або сховати їх</translation>
    </message>
</context>
<context>
    <name>ProblemsRoom</name>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>What is doubtful in this tune, or in the whole text</source>
        <translation>Що сумнівне в цій мелодії або в усьому тексті</translation>
    </message>
</context>
<context>
    <name>ProblemsStrip</name>
    <message>
        <source>Apply this change; undo reverts it</source>
        <translation>Зробити цю зміну; її можна скасувати</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Виправити</translation>
    </message>
    <message>
        <source>Fix the problem</source>
        <translation>Виправити проблему</translation>
    </message>
    <message>
        <source>Line {0}, column {1}</source>
        <translation>Рядок {0}, стовпчик {1}</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Наступна проблема</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Проблем немає</translation>
    </message>
    <message>
        <source>No problems in this tune</source>
        <translation>У цій мелодії проблем немає</translation>
    </message>
    <message>
        <source>No tune yet</source>
        <translation>Мелодії ще немає</translation>
    </message>
    <message>
        <source>Nothing in this tune is doubtful</source>
        <translation>У цій мелодії немає сумнівного</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Попередня проблема</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>понад {0}</translation>
    </message>
    <message>
        <source>{0} Click to go there</source>
        <translation>{0} Клацніть, щоб перейти туди</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} з {1}</translation>
    </message>
    <message>
        <source>{0}; undo reverts it</source>
        <translation>{0}; зміну можна скасувати</translation>
    </message>
</context>
<context>
    <name>ProgressPresenter</name>
    <message>
        <source>Compose with it</source>
        <translation>Складати нею</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <source>Go on more carefully</source>
        <translation>Продовжити обережніше</translation>
    </message>
    <message>
        <source>Go to the composer with this network</source>
        <translation>Перейти на сторінку «Композиція» з цією мережею</translation>
    </message>
    <message>
        <source>Paused: the machine is free for other work, and nothing is lost.</source>
        <translation>Призупинено: комп’ютер вільний для іншої роботи, і нічого не втрачено.</translation>
    </message>
    <message>
        <source>Preparing the tunes and the network…</source>
        <translation>Мелодії та мережа готуються…</translation>
    </message>
    <message>
        <source>Press Start training to use the bundled tunebook.</source>
        <translation>Натисніть «Тренувати», щоб узяти вбудовану збірку.</translation>
    </message>
    <message>
        <source>Press Start training: the network reads the tunes and learns to go on.</source>
        <translation>Натисніть «Тренувати»: мережа читатиме мелодії та вчитиметься їх продовжувати.</translation>
    </message>
    <message>
        <source>Reading the tunes…</source>
        <translation>Мелодії читаються…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Start again more carefully</source>
        <translation>Почати знову обережніше</translation>
    </message>
    <message>
        <source>Start with half the hidden units</source>
        <translation>Почати з половиною нейронів</translation>
    </message>
    <message>
        <source>Starts a new run whose network needs less memory</source>
        <translation>Почати новий запуск, мережі якого треба менше пам’яті</translation>
    </message>
    <message>
        <source>Starts a new run with a quarter of the learning rate and a gradient limit</source>
        <translation>Почати новий запуск із чвертю швидкості навчання та межею градієнта</translation>
    </message>
    <message>
        <source>Starts a run from the last good network, with a quarter of the learning rate and a gradient limit</source>
        <translation>Почати запуск з останньої доброї мережі, із чвертю швидкості навчання та межею градієнта</translation>
    </message>
    <message>
        <source>Trains on from this step</source>
        <translation>Тренує далі з цього кроку</translation>
    </message>
    <message>
        <source>{0}, paused</source>
        <translation>{0}, призупинено</translation>
    </message>
    <message>
        <source>{0}, training now</source>
        <translation>{0}, триває тренування</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>PythonEditor</name>
    <message>
        <source>Code of the lesson</source>
        <translation>Код уроку</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Тека</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Невідомо</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Тека:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Т&amp;ип файлів:</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити зміну</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати зміну</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити зміну</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати зміну</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Find by notes instead</source>
        <translation>Натомість шукати за нотами</translation>
    </message>
    <message>
        <source>Goes back to the notes that you looked for</source>
        <translation>Повернутися до нот, які ви шукали</translation>
    </message>
    <message>
        <source>Relatives of “{0}”</source>
        <translation>Споріднені з «{0}»</translation>
    </message>
    <message>
        <source>Score of what is looked for</source>
        <translation>Ноти того, що шукають</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>What was heard in “{0}”</source>
        <translation>Що почуто в «{0}»</translation>
    </message>
    <message>
        <source>What you look for; click a note to hear it from there</source>
        <translation>Що ви шукаєте; клацніть ноту, щоб слухати від неї</translation>
    </message>
</context>
<context>
    <name>QueryScore</name>
    <message>
        <source>Find by melody</source>
        <translation>Пошук за мелодією</translation>
    </message>
    <message>
        <source>The notes appear here.</source>
        <translation>Тут з’являться ноти.</translation>
    </message>
    <message>
        <source>What you look for</source>
        <translation>Що ви шукаєте</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Choose an answer.</source>
        <translation>Виберіть відповідь.</translation>
    </message>
    <message>
        <source>Now answer in your own words.</source>
        <translation>Тепер дайте відповідь своїми словами.</translation>
    </message>
    <message>
        <source>Words so far: {0} of {1}</source>
        <translation>Слів: {0} з {1}</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Своїми словами</translation>
    </message>
    <message>
        <source>{0}, chosen</source>
        <translation>{0}, вибрано</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>%n texts are thrown away. They can be had back from {0} for {1} days.</source>
        <translation>
            <numerusform>%n текст викинуто. Його можна взяти з теки {0} протягом {1} днів.</numerusform>
            <numerusform>%n тексти викинуто. Їх можна взяти з теки {0} протягом {1} днів.</numerusform>
            <numerusform>%n текстів викинуто. Їх можна взяти з теки {0} протягом {1} днів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts were not saved. Their copies are from {0}.</source>
        <translation>
            <numerusform>%n текст не було збережено. Дата копій: {0}.</numerusform>
            <numerusform>%n тексти не було збережено. Дата копій: {0}.</numerusform>
            <numerusform>%n текстів не було збережено. Дата копій: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 text is thrown away. It can be had back from {0} for {1} days.</source>
        <translation>1 текст викинуто. Його можна взяти з теки {0} протягом {1} днів.</translation>
    </message>
    <message>
        <source>A safety copy of your text cannot be written: {0}. Save it yourself.</source>
        <translation>Не вдалося записати резервну копію вашого тексту: {0}. Збережіть його самі.</translation>
    </message>
    <message>
        <source>It is kept in {0}.</source>
        <translation>Його збережено в {0}.</translation>
    </message>
    <message>
        <source>Open as a source</source>
        <translation>Відкрити як джерело</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <source>The safety copy of an unsaved text</source>
        <translation>Резервна копія незбереженого тексту</translation>
    </message>
    <message>
        <source>The safety copy of {0} of an unsaved text</source>
        <translation>Резервна копія незбереженого тексту за {0}</translation>
    </message>
    <message>
        <source>There is nothing to recover here. Another window of ABC Studio is open and has unsaved texts of its own.</source>
        <translation>Тут відновлювати нічого. Відкрито інше вікно ABC Studio, і в ньому є незбережені тексти.</translation>
    </message>
    <message>
        <source>There is nothing to recover.</source>
        <translation>Відновлювати нічого.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Викинути</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>{0} (recovered)</source>
        <translation>{0} (відновлено)</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}&#xa0;— {1}</translation>
    </message>
    <message>
        <source>{0} was not saved. Its copy is from {1}.</source>
        <translation>Текст «{0}» не було збережено. Дата копії: {1}.</translation>
    </message>
    <message>
        <source>{0}, {1},</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>RemarksDialog</name>
    <message>
        <source>Files and how they were read</source>
        <translation>Файли та як їх прочитано</translation>
    </message>
    <message>
        <source>How {0} was read</source>
        <translation>Як прочитано {0}</translation>
    </message>
</context>
<context>
    <name>ReportCommands</name>
    <message>
        <source>&amp;Report…</source>
        <translation>З&amp;віт…</translation>
    </message>
    <message>
        <source>Writes the report of your lessons and training runs as a document</source>
        <translation>Записати звіт про ваші уроки й запуски тренування як документ</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Author:</source>
        <translation>А&amp;втор:</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Група:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Мова:</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>З&amp;аписати…</translation>
    </message>
    <message>
        <source>All boxes are filled in.</source>
        <translation>Усі поля заповнено.</translation>
    </message>
    <message>
        <source>All together: report, tunes, sound, logs (*.zip)</source>
        <translation>Усе разом: звіт, мелодії, звук, журнали (*.zip)</translation>
    </message>
    <message>
        <source>An appendix says how often each answer was checked, and how many hints shown</source>
        <translation>Додаток скаже, як часто перевірялася кожна відповідь і скільки підказок показано</translation>
    </message>
    <message>
        <source>Append &amp;hints and checks</source>
        <translation>Додати &amp;підказки й перевірки</translation>
    </message>
    <message>
        <source>No training run is there yet: train a network first.</source>
        <translation>Запусків тренування ще немає: спершу натренуйте мережу.</translation>
    </message>
    <message>
        <source>Not filled in yet: {0}.</source>
        <translation>Ще не заповнено: {0}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Документ PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Запуски читаються…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Зупинено. Нічого не записано.</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Вебсторінка (*.html)</translation>
    </message>
    <message>
        <source>What you type for the report cannot be kept: {0}</source>
        <translation>Введене для звіту не вдалося зберегти: {0}</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Документ Word (*.docx)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Запис звіту</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>Файл {0} записано.</translation>
    </message>
</context>
<context>
    <name>RewritingBar</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Eight more</source>
        <translation>Ще вісім</translation>
    </message>
    <message>
        <source>How many measures the tune goes on with</source>
        <translation>На скільки тактів продовжити мелодію</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Тактів</translation>
    </message>
    <message>
        <source>Play the measures again and again while you choose</source>
        <translation>Грати ці такти знову й знову, доки ви вибираєте</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Versions are being composed</source>
        <translation>Складаються версії</translation>
    </message>
    <message>
        <source>Versions of the measures</source>
        <translation>Версії тактів</translation>
    </message>
</context>
<context>
    <name>RewritingCommands</name>
    <message>
        <source>&amp;Keep this version</source>
        <translation>&amp;Зберегти цю версію</translation>
    </message>
    <message>
        <source>&amp;Previous version</source>
        <translation>П&amp;опередня версія</translation>
    </message>
    <message>
        <source>&amp;Vary the phrase</source>
        <translation>Варіювати &amp;фразу</translation>
    </message>
    <message>
        <source>Compose an &amp;ending</source>
        <translation>С&amp;класти закінчення</translation>
    </message>
    <message>
        <source>Compose more mea&amp;sures</source>
        <translation>Скласти &amp;більше тактів</translation>
    </message>
    <message>
        <source>Compose on from the &amp;caret</source>
        <translation>Скласт&amp;и далі від курсора</translation>
    </message>
    <message>
        <source>Compose one pa&amp;rt more</source>
        <translation>Скл&amp;асти ще одну частину</translation>
    </message>
    <message>
        <source>Eight &amp;more versions</source>
        <translation>&amp;Ще вісім версій</translation>
    </message>
    <message>
        <source>Keep or put back the measures first.</source>
        <translation>Спершу збережіть такти або поверніть їх назад.</translation>
    </message>
    <message>
        <source>Let the network add a part like the last one</source>
        <translation>Дати мережі додати частину, подібну до останньої</translation>
    </message>
    <message>
        <source>Let the network end the tune after the measure at the caret, on the tonic</source>
        <translation>Дати мережі закінчити мелодію після такту біля курсора, на тоніці</translation>
    </message>
    <message>
        <source>Let the network go on after the measure at the caret; the bar says how far</source>
        <translation>Дати мережі продовжити після такту, в якому стоїть курсор; на скільки, каже панель</translation>
    </message>
    <message>
        <source>Let the network go on from the note at the caret to the end of the phrase</source>
        <translation>Дати мережі продовжити від ноти біля курсора до кінця фрази</translation>
    </message>
    <message>
        <source>Let the network vary the selected measures, or the phrase at the caret: the notes on strong beats stay</source>
        <translation>Дати мережі варіювати виділені такти або фразу біля курсора: ноти на сильних долях лишаються</translation>
    </message>
    <message>
        <source>Let the network write eight more versions of the measures</source>
        <translation>Дати мережі написати ще вісім версій цих тактів</translation>
    </message>
    <message>
        <source>Let the network write the selected measures again; after that, show its next version</source>
        <translation>Дати мережі знову написати виділені такти; потім&#xa0;— показати наступну її версію</translation>
    </message>
    <message>
        <source>Let the version stay, as one step to undo ({0})</source>
        <translation>Лишити цю версію одним кроком, який можна скасувати ({0})</translation>
    </message>
    <message>
        <source>No measures are being rewritten.</source>
        <translation>Такти зараз не переписуються.</translation>
    </message>
    <message>
        <source>Put the measures &amp;back</source>
        <translation>Повернути такти &amp;назад</translation>
    </message>
    <message>
        <source>Rewr&amp;ite the measures</source>
        <translation>Перепи&amp;сати такти</translation>
    </message>
    <message>
        <source>Show the version before</source>
        <translation>Показати попередню версію</translation>
    </message>
    <message>
        <source>Stop, and let the measures be as they were ({0})</source>
        <translation>Зупинити й лишити такти, як були ({0})</translation>
    </message>
    <message>
        <source>The network is still writing.</source>
        <translation>Мережа ще пише.</translation>
    </message>
    <message>
        <source>There are no versions to choose among.</source>
        <translation>Немає версій, з яких вибирати.</translation>
    </message>
    <message>
        <source>Vary the repeat the second &amp;time</source>
        <translation>Варіювати &amp;другий раз повтору</translation>
    </message>
    <message>
        <source>Write the repeat at the caret out, and let the network vary its second time</source>
        <translation>Виписати повтор біля курсора й дати мережі варіювати другий раз</translation>
    </message>
</context>
<context>
    <name>RewritingOffer</name>
    <message>
        <source>Rewrite from the pickup to measure {0}</source>
        <translation>Переписати від затакту до такту {0}</translation>
    </message>
    <message>
        <source>Rewrite measure {0}</source>
        <translation>Переписати такт {0}</translation>
    </message>
    <message>
        <source>Rewrite measures {0}–{1}</source>
        <translation>Переписати такти {0}–{1}</translation>
    </message>
    <message>
        <source>Rewrite the pickup</source>
        <translation>Переписати затакт</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>RewritingPresenter</name>
    <message>
        <source>After measure {0}: {1}</source>
        <translation>Після такту {0}: {1}</translation>
    </message>
    <message>
        <source>After the pickup: {0}</source>
        <translation>Після затакту: {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>From the caret in measure {0}: {1}</source>
        <translation>Від курсора в такті {0}: {1}</translation>
    </message>
    <message>
        <source>From the caret in the pickup: {0}</source>
        <translation>Від курсора в затакті: {0}</translation>
    </message>
    <message>
        <source>From the pickup to measure {0}: {1}</source>
        <translation>Від затакту до такту {0}: {1}</translation>
    </message>
    <message>
        <source>Measure {0}: {1}</source>
        <translation>Такт {0}: {1}</translation>
    </message>
    <message>
        <source>Measures {0}–{1}: {2}</source>
        <translation>Такти {0}–{1}: {2}</translation>
    </message>
    <message>
        <source>One part more: {0}</source>
        <translation>Ще одна частина: {0}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Повернути назад</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>The ending: {0}</source>
        <translation>Закінчення: {0}</translation>
    </message>
    <message>
        <source>The network found no other ending.</source>
        <translation>Іншого закінчення мережа не знайшла.</translation>
    </message>
    <message>
        <source>The network found no other music for these measures.</source>
        <translation>Іншої музики для цих тактів мережа не знайшла.</translation>
    </message>
    <message>
        <source>The network found no variation of these measures.</source>
        <translation>Варіації цих тактів мережа не знайшла.</translation>
    </message>
    <message>
        <source>The network found nothing that goes on here.</source>
        <translation>Мережа не знайшла, чим тут продовжити.</translation>
    </message>
    <message>
        <source>The pickup: {0}</source>
        <translation>Затакт: {0}</translation>
    </message>
    <message>
        <source>The second time round: {0}</source>
        <translation>Другий раз: {0}</translation>
    </message>
    <message>
        <source>as it was, before version 1 of {0}</source>
        <translation>як було, до версії 1 з {0}</translation>
    </message>
    <message>
        <source>the network is writing…</source>
        <translation>мережа пише…</translation>
    </message>
    <message>
        <source>version {0} of {1}</source>
        <translation>версія {0} з {1}</translation>
    </message>
</context>
<context>
    <name>RhythmNames</name>
    <message>
        <source>air</source>
        <translation>ейр</translation>
    </message>
    <message>
        <source>barndance</source>
        <translation>барнданс</translation>
    </message>
    <message>
        <source>clog</source>
        <translation>клог</translation>
    </message>
    <message>
        <source>cotillion</source>
        <translation>котильйон</translation>
    </message>
    <message>
        <source>gavotte</source>
        <translation>гавот</translation>
    </message>
    <message>
        <source>highland fling</source>
        <translation>гайленд-флінг</translation>
    </message>
    <message>
        <source>hornpipe</source>
        <translation>горнпайп</translation>
    </message>
    <message>
        <source>jig</source>
        <translation>джига</translation>
    </message>
    <message>
        <source>lament</source>
        <translation>плач</translation>
    </message>
    <message>
        <source>march</source>
        <translation>марш</translation>
    </message>
    <message>
        <source>mazurka</source>
        <translation>мазурка</translation>
    </message>
    <message>
        <source>minuet</source>
        <translation>менует</translation>
    </message>
    <message>
        <source>planxty</source>
        <translation>планксті</translation>
    </message>
    <message>
        <source>polka</source>
        <translation>полька</translation>
    </message>
    <message>
        <source>quickstep</source>
        <translation>квікстеп</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>рил</translation>
    </message>
    <message>
        <source>slide</source>
        <translation>слайд</translation>
    </message>
    <message>
        <source>slip jig</source>
        <translation>сліп-джига</translation>
    </message>
    <message>
        <source>song</source>
        <translation>пісня</translation>
    </message>
    <message>
        <source>strathspey</source>
        <translation>стратспей</translation>
    </message>
    <message>
        <source>waltz</source>
        <translation>вальс</translation>
    </message>
</context>
<context>
    <name>RhythmRow</name>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>Each take has the measures and note values of this tune, with other pitches; where a form is chosen, they come again and again in its parts</source>
        <translation>Кожна спроба матиме такти й тривалості цієї мелодії, але іншу висоту нот; якщо вибрано форму, вони повторюються в її частинах</translation>
    </message>
    <message>
        <source>Let takes have any rhythm again</source>
        <translation>Знову дозволити спробам будь-який ритм</translation>
    </message>
    <message>
        <source>Rhythm of the open tune</source>
        <translation>Ритм відкритої мелодії</translation>
    </message>
    <message>
        <source>The rhythm that takes have</source>
        <translation>Ритм, який матимуть спроби</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>&amp;About the run&apos;s network…</source>
        <translation>Про мере&amp;жу запуску…</translation>
    </message>
    <message>
        <source>&amp;Compare others with the run</source>
        <translation>&amp;Порівняти з ним інші запуски</translation>
    </message>
    <message>
        <source>&amp;Delete the run</source>
        <translation>В&amp;идалити запуск</translation>
    </message>
    <message>
        <source>&amp;Resume the run</source>
        <translation>П&amp;родовжити запуск</translation>
    </message>
    <message>
        <source>&amp;Use the run in Composer</source>
        <translation>&amp;Складати мережею запуску</translation>
    </message>
    <message>
        <source>Composes with the chosen run&apos;s network from now on</source>
        <translation>Відтепер складати мережею вибраного запуску</translation>
    </message>
    <message>
        <source>Deletes the chosen run with its network and takes; in the list {0} does it</source>
        <translation>Видалити вибраний запуск із мережею та спробами; у списку це робить {0}</translation>
    </message>
    <message>
        <source>E&amp;xtend the run…</source>
        <translation>Подовжити зап&amp;уск…</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Подовжити</translation>
    </message>
    <message>
        <source>Extend the run</source>
        <translation>Подовження запуску</translation>
    </message>
    <message>
        <source>Goes on with the chosen run for as many steps as you say</source>
        <translation>Продовжити вибраний запуск на задану кількість кроків</translation>
    </message>
    <message>
        <source>Goes on with the chosen run where it stopped; one that came to its end trains for as many steps again. From another page, shows the run first</source>
        <translation>Продовжити вибраний запуск, де він зупинився; завершений тренується ще стільки ж кроків. З іншої сторінки спершу показати запуск</translation>
    </message>
    <message>
        <source>Keeps the chosen run&apos;s curve in sight, under that of each run that you choose then</source>
        <translation>Лишити криву вибраного запуску на видноті, під кривою кожного, який ви виберете потім</translation>
    </message>
    <message>
        <source>Look at the run that is chosen in the list; once more resumes it.</source>
        <translation>Перегляньте запуск, вибраний у списку; ще раз&#xa0;— і він продовжиться.</translation>
    </message>
    <message>
        <source>Look at the run that is chosen in the list; {0} resumes it.</source>
        <translation>Перегляньте запуск, вибраний у списку; {0} продовжує його.</translation>
    </message>
    <message>
        <source>No run is chosen in the list.</source>
        <translation>У списку не вибрано запуску.</translation>
    </message>
    <message>
        <source>Steps so far: {0}. How many more?</source>
        <translation>Пройдено кроків: {0}. Скільки ще?</translation>
    </message>
    <message>
        <source>The run has kept no network yet.</source>
        <translation>Запуск іще не зберіг мережі.</translation>
    </message>
    <message>
        <source>The run has kept nothing to go on from.</source>
        <translation>Запуск не зберіг нічого, з чого продовжити.</translation>
    </message>
    <message>
        <source>The run is under way: stop it first.</source>
        <translation>Запуск триває: спершу зупиніть його.</translation>
    </message>
    <message>
        <source>What the chosen run&apos;s network learned, how good it is, and a tune of it</source>
        <translation>Чого навчилася мережа вибраного запуску, яка вона добра, та її мелодія</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>The curve of {0} stays in sight: choose another run to compare it.</source>
        <translation>Крива запуску {0} лишається на видноті: виберіть інший, щоб порівняти.</translation>
    </message>
    <message>
        <source>The run made no step, so it has no curve.</source>
        <translation>Запуск не зробив жодного кроку, тож кривої немає.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tune</source>
        <translation>1 мелодія</translation>
    </message>
    <message>
        <source>Almost guesses</source>
        <translation>Майже вгадування</translation>
    </message>
    <message>
        <source>By heart</source>
        <translation>Завчено</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Відеокарта</translation>
    </message>
    <message>
        <source>Guesses</source>
        <translation>Вгадування</translation>
    </message>
    <message>
        <source>Over-fitted</source>
        <translation>Перенавчання</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Власний</translation>
    </message>
    <message>
        <source>Own code</source>
        <translation>Власний код</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Процесор</translation>
    </message>
    <message>
        <source>Sample of step {0}</source>
        <translation>Зразок кроку {0}</translation>
    </message>
    <message>
        <source>Trained with own code: {0}</source>
        <translation>Натреновано власним кодом: {0}</translation>
    </message>
    <message>
        <source>Tunes to learn from: {0}</source>
        <translation>Мелодій для навчання: {0}</translation>
    </message>
    <message>
        <source>Tunes: {0}, held out: {1}</source>
        <translation>Мелодій: {0}, відкладено: {1}</translation>
    </message>
    <message>
        <source>Under-fitted</source>
        <translation>Недонавчання</translation>
    </message>
    <message>
        <source>Validation loss {0}</source>
        <translation>Втрати на валідації {0}</translation>
    </message>
    <message>
        <source>barely better than guessing</source>
        <translation>ледь краще за вгадування</translation>
    </message>
    <message>
        <source>better with the tunes that it reads</source>
        <translation>краще з мелодіями, які читає</translation>
    </message>
    <message>
        <source>its tunes do not hold together yet</source>
        <translation>її мелодії ще не тримаються купи</translation>
    </message>
    <message>
        <source>learned by heart</source>
        <translation>завчено напам’ять</translation>
    </message>
    <message>
        <source>no better than guessing</source>
        <translation>не краще за вгадування</translation>
    </message>
    <message>
        <source>over-fitted</source>
        <translation>перенавчання</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>на тренуванні {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} і ще {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} на кроці {1}</translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}, training loss {1}</source>
        <translation>{0}, втрати на тренуванні {1}</translation>
    </message>
    <message>
        <source>{0}, {1} characters/s</source>
        <translation>{0}, {1} симв./с</translation>
    </message>
    <message>
        <source>{0}, {1}/s</source>
        <translation>{0}, {1}/с</translation>
    </message>
    <message>
        <source>{0}: step {1} of {2}</source>
        <translation>{0}: крок {1} з {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>RunsChoice</name>
    <message>
        <source>Run told in full</source>
        <translation>Запуск, описаний повністю</translation>
    </message>
    <message>
        <source>Runs of the report</source>
        <translation>Запуски у звіті</translation>
    </message>
    <message>
        <source>The run whose data, model and curve are shown in full</source>
        <translation>Запуск, дані, модель і криву якого показано повністю</translation>
    </message>
    <message>
        <source>The runs that the report tells of and compares</source>
        <translation>Запуски, про які каже звіт і які він порівнює</translation>
    </message>
    <message>
        <source>Told in &amp;full:</source>
        <translation>Описати &amp;повністю:</translation>
    </message>
    <message>
        <source>{0}: steps {1}, loss {2}</source>
        <translation>{0}: кроків {1}, втрати {2}</translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation>Ви&amp;далити</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Експортувати…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Пе&amp;рейменувати</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Зірочка</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>Узяти &amp;параметри</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Криві</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>Фільтр запусків</translation>
    </message>
    <message>
        <source>Nothing has been changed that could be taken back</source>
        <translation>Змін, які можна було б повернути, немає</translation>
    </message>
    <message>
        <source>Parallel axes</source>
        <translation>Паралельні осі</translation>
    </message>
    <message>
        <source>Puts the settings of the run into the form of the page</source>
        <translation>Перенести параметри запуску у форму сторінки</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Параметри</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Відмінні параметри</translation>
    </message>
    <message>
        <source>Show on the &amp;page</source>
        <translation>Показати на &amp;сторінці</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>Показати &amp;теку</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>Takes the last change of names, tags, notes and stars, or a deletion, back</source>
        <translation>Повертає останню зміну назв, міток, нотаток і зірочок або останнє видалення</translation>
    </message>
    <message>
        <source>There is no run in the table</source>
        <translation>У таблиці немає запусків</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Запуски тренування</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>По&amp;вернути</translation>
    </message>
    <message>
        <source>Writes the chosen runs, or all that are listed, as a table</source>
        <translation>Записує таблицею вибрані запуски або всі, що є у списку</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>слово</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln runs</source>
        <translation>
            <numerusform>{0} з %Ln запуску</numerusform>
            <numerusform>{0} з %Ln запусків</numerusform>
            <numerusform>{0} з %Ln запусків</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Characters/s</source>
        <translation>Символів/с</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Newness</source>
        <translation>Новизна</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>Без зірочки</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Right measures</source>
        <translation>Правильні такти</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Із зірочкою</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Втрати на валідації</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>About its network…</source>
        <translation>Про мережу…</translation>
    </message>
    <message>
        <source>About the run&apos;s network</source>
        <translation>Про мережу запуску</translation>
    </message>
    <message>
        <source>Choose a run to see its curve and its samples; {0} and a click lays that of another one under it</source>
        <translation>Виберіть запуск, щоб побачити його криву та зразки; {0} і клацання підкладає криву іншого</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>Порівняти з ним інші</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Видалити запуск</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Невдало</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Перервано</translation>
    </message>
    <message>
        <source>No validation</source>
        <translation>Без валідації</translation>
    </message>
    <message>
        <source>No validation yet</source>
        <translation>Валідації ще не було</translation>
    </message>
    <message>
        <source>No validation: the held-out share is 0</source>
        <translation>Без валідації: частка відкладених&#xa0;— 0</translation>
    </message>
    <message>
        <source>Others are compared with it</source>
        <translation>З ним порівнюють інші</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Призупинено</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <source>Settings and date of the chosen run</source>
        <translation>Параметри й дата вибраного запуску</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Зупинено</translation>
    </message>
    <message>
        <source>Training elsewhere</source>
        <translation>Тренується деінде</translation>
    </message>
    <message>
        <source>Training now</source>
        <translation>Триває тренування</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Запуски тренування</translation>
    </message>
    <message>
        <source>Use in Composer</source>
        <translation>Складати нею</translation>
    </message>
    <message>
        <source>Your training runs are kept here, with their curves and networks.</source>
        <translation>Тут зберігаються ваші запуски тренування з кривими та мережами.</translation>
    </message>
</context>
<context>
    <name>RunsPresenter</name>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} composes now.</source>
        <translation>Тепер складає модель {0}.</translation>
    </message>
    <message>
        <source>{0} is deleted.</source>
        <translation>Запуск {0} видалено.</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>A chosen run is under way: stop it first.</source>
        <translation>Вибраний запуск триває: спершу зупиніть його.</translation>
    </message>
    <message>
        <source>All training runs in a table: filter, sort, mark and compare them</source>
        <translation>Усі запуски тренування в таблиці: фільтрувати, упорядковувати, позначати й порівнювати</translation>
    </message>
    <message>
        <source>Export the runs</source>
        <translation>Експорт запусків</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>Рядки JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Ta&amp;ble of runs…</source>
        <translation>Та&amp;блиця запусків…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблиця (*.csv)</translation>
    </message>
    <message>
        <source>The form has the settings of {0}.</source>
        <translation>У формі параметри запуску {0}.</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Now and then the network writes a little, so that you can watch it learn.</source>
        <translation>Час від часу мережа трохи пише, тож видно, як вона вчиться.</translation>
    </message>
    <message>
        <source>Open in Composer</source>
        <translation>Редагувати</translation>
    </message>
    <message>
        <source>Opens the sample in the composer, to hear and to change it</source>
        <translation>Відкрити зразок на сторінці «Композиція», щоб слухати й змінювати його</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Грати</translation>
    </message>
    <message>
        <source>Plays the first tune of the sample</source>
        <translation>Зіграти першу мелодію зразка</translation>
    </message>
    <message>
        <source>Samples as it learns</source>
        <translation>Зразки тренування</translation>
    </message>
    <message>
        <source>Samples by step</source>
        <translation>Зразки за кроками</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Крок {0}</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>Текст зразка</translation>
    </message>
    <message>
        <source>This run ended before it wrote a sample.</source>
        <translation>Запуск закінчився раніше, ніж написав зразок.</translation>
    </message>
    <message>
        <source>What the network wrote after so many steps</source>
        <translation>Що написала мережа після стількох кроків</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Замінити</translation>
    </message>
    <message>
        <source>{0} is there already.</source>
        <translation>Файл {0} вже є.</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Not read</source>
        <translation>Не прочитано</translation>
    </message>
</context>
<context>
    <name>ScoreCommands</name>
    <message>
        <source>&amp;Export the score…</source>
        <translation>Експортувати &amp;ноти…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Д&amp;рукувати…</translation>
    </message>
    <message>
        <source>Cop&amp;y the score as a picture</source>
        <translation>Копіювати ноти як &amp;зображення</translation>
    </message>
    <message>
        <source>Copy the tune&apos;s score to the clipboard, for a letter or a web page</source>
        <translation>Скопіювати ноти мелодії в буфер обміну&#xa0;— для листа чи вебсторінки</translation>
    </message>
    <message>
        <source>Export the tune&amp;book as PDF…</source>
        <translation>Екс&amp;портувати збірку в PDF…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>&amp;Перегляд друку…</translation>
    </message>
    <message>
        <source>Print the tune&apos;s score, or the open set</source>
        <translation>Надрукувати ноти мелодії або відкритий сет</translation>
    </message>
    <message>
        <source>See the sheets, and choose paper and size</source>
        <translation>Побачити аркуші, вибрати папір і розмір</translation>
    </message>
    <message>
        <source>There is no printer. You can export the score as PDF and print that elsewhere.</source>
        <translation>Принтера немає. Можна експортувати ноти в PDF і надрукувати їх деінде.</translation>
    </message>
    <message>
        <source>This text holds no second tune.</source>
        <translation>Другої мелодії в цьому тексті немає.</translation>
    </message>
    <message>
        <source>Write all tunes of this text as one PDF with contents and an index</source>
        <translation>Записати всі мелодії цього тексту в один PDF зі змістом і покажчиком</translation>
    </message>
    <message>
        <source>Write the tune&apos;s score as PDF, SVG or PNG</source>
        <translation>Записати ноти мелодії як PDF, SVG або PNG</translation>
    </message>
</context>
<context>
    <name>ScoreExporter</name>
    <message>
        <source>Export the score</source>
        <translation>Експорт нот</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>PDF for printing (*.pdf)</source>
        <translation>PDF для друку (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Зображення PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Малюнок SVG (*.svg)</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>The score is on the clipboard as a picture.</source>
        <translation>Ноти в буфері обміну як зображення.</translation>
    </message>
    <message>
        <source>Writing {0}…</source>
        <translation>Запис файлу {0}…</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>Файл {0} записано.</translation>
    </message>
</context>
<context>
    <name>ScoreLink</name>
    <message>
        <source>Press Compose, open a file, or type ABC below</source>
        <translation>Натисніть «Скласти», відкрийте файл або введіть ABC нижче</translation>
    </message>
    <message>
        <source>The network is getting ready…</source>
        <translation>Мережа готується…</translation>
    </message>
    <message>
        <source>This is the score as it was. {0}</source>
        <translation>Це ноти, як вони були. {0}</translation>
    </message>
    <message>
        <source>This large tune is being read…</source>
        <translation>Велика мелодія читається…</translation>
    </message>
</context>
<context>
    <name>ScoreMouse</name>
    <message>
        <source>Double-click to edit</source>
        <translation>Клацніть двічі, щоб редагувати</translation>
    </message>
    <message>
        <source>Double-click to find it in the text</source>
        <translation>Клацніть двічі, щоб знайти в тексті</translation>
    </message>
    <message>
        <source>Drag to repeat more or less</source>
        <translation>Потягніть, щоб повторити більше або менше</translation>
    </message>
</context>
<context>
    <name>ScoreSizes</name>
    <message>
        <source>Break the score&apos;s lines where the text does, or fill the width</source>
        <translation>Ділити ноти на рядки там, де ділить текст, або заповнювати ширину</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>За &amp;шириною</translation>
    </message>
    <message>
        <source>Larger s&amp;core</source>
        <translation>&amp;Більші ноти</translation>
    </message>
    <message>
        <source>Lines as in the te&amp;xt</source>
        <translation>&amp;Рядки, як у тексті</translation>
    </message>
    <message>
        <source>Show the music in its natural size, or as small as its lines need</source>
        <translation>Показувати ноти в природному розмірі або настільки малими, як треба їхнім рядкам</translation>
    </message>
    <message>
        <source>Show the music larger ({0} and the wheel do too)</source>
        <translation>Показувати ноти більшими (так само діють {0} і коліщатко)</translation>
    </message>
    <message>
        <source>Show the music smaller</source>
        <translation>Показувати ноти меншими</translation>
    </message>
    <message>
        <source>Smaller sc&amp;ore</source>
        <translation>&amp;Менші ноти</translation>
    </message>
</context>
<context>
    <name>ScoreTextBox</name>
    <message>
        <source>Words of the score</source>
        <translation>Слова нот</translation>
    </message>
    <message>
        <source>{0} keeps the words, {1} leaves them as they were</source>
        <translation>{0} зберігає слова, {1} лишає їх, як були</translation>
    </message>
</context>
<context>
    <name>ScoreTools</name>
    <message>
        <source>No field of the text contains this.</source>
        <translation>Цього немає в жодному полі тексту.</translation>
    </message>
    <message>
        <source>The text has changed meanwhile. Edit it again.</source>
        <translation>Текст тим часом змінився. Відредагуйте ще раз.</translation>
    </message>
    <message>
        <source>These words stand in several places. Change them in the text.</source>
        <translation>Ці слова стоять у кількох місцях. Змініть їх у тексті.</translation>
    </message>
    <message>
        <source>This note has no chord symbol, remark or syllable to edit.</source>
        <translation>У цієї ноти немає позначення акорду, тексту чи складу, щоб редагувати.</translation>
    </message>
</context>
<context>
    <name>ScoreView</name>
    <message>
        <source>Score</source>
        <translation>Ноти</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>The expression cannot be read after %Ln characters: {0}.</source>
        <translation>
            <numerusform>Вираз не читається після %Ln символу: {0}.</numerusform>
            <numerusform>Вираз не читається після %Ln символів: {0}.</numerusform>
            <numerusform>Вираз не читається після %Ln символів: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This expression takes too long. Make it simpler: avoid (…+)+ and (…*)*.</source>
        <translation>Цей вираз обробляється надто довго. Спростіть його: уникайте (…+)+ та (…*)*.</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Empty: the network begins as it likes</source>
        <translation>Порожньо: мережа починає на свій розсуд</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>The opening that the network continues; any number of lines, or nothing</source>
        <translation>Початок, який мережа продовжить: скільки завгодно рядків або нічого</translation>
    </message>
</context>
<context>
    <name>SetExporter</name>
    <message>
        <source>ABC tunes (*.abc)</source>
        <translation>Мелодії ABC (*.abc)</translation>
    </message>
    <message>
        <source>Export the set</source>
        <translation>Експорт сету</translation>
    </message>
</context>
<context>
    <name>SetTimes</name>
    <message>
        <source>Choose a set, or a tune in a set.</source>
        <translation>Виберіть сет або мелодію в сеті.</translation>
    </message>
    <message>
        <source>Play each tune how many times?</source>
        <translation>Скільки разів грати кожну мелодію?</translation>
    </message>
    <message>
        <source>Times through</source>
        <translation>Скільки разів грати</translation>
    </message>
</context>
<context>
    <name>SettingValues</name>
    <message>
        <source>32 bits</source>
        <translation>32 біти</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <source>Begin at tunes</source>
        <translation>З початку мелодій</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Без змін</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Поспіль</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>За косинусом</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Вимкнено</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Увімкнено</translation>
    </message>
    <message>
        <source>Plain RNN</source>
        <translation>Проста RNN</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Випадково</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>&amp;All original keys</source>
        <translation>У&amp;сі початкові клавіші</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>&amp;Нові клавіші</translation>
    </message>
    <message>
        <source>&amp;Original keys</source>
        <translation>П&amp;очаткові клавіші</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>За&amp;брати</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Команди та їхні клавіші</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Знайти команду</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Нові клавіші</translation>
    </message>
    <message>
        <source>Press the keys that the command should have</source>
        <translation>Натисніть клавіші, які матиме команда</translation>
    </message>
    <message>
        <source>Reset the keys of every command</source>
        <translation>Повернути початкові клавіші всіх команд</translation>
    </message>
    <message>
        <source>Reset the keys of this command</source>
        <translation>Повернути початкові клавіші цієї команди</translation>
    </message>
    <message>
        <source>Show only the commands that fit these letters</source>
        <translation>Показати лише команди, яким відповідають ці літери</translation>
    </message>
    <message>
        <source>Take the keys from the other command</source>
        <translation>Забрати клавіші в іншої команди</translation>
    </message>
    <message>
        <source>{0} is already taken by “{1}”.</source>
        <translation>Клавіші {0} вже зайняті командою «{1}».</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>&amp;Left panel</source>
        <translation>&amp;Ліва панель</translation>
    </message>
    <message>
        <source>&amp;Right panel</source>
        <translation>Пр&amp;ава панель</translation>
    </message>
    <message>
        <source>Fold the panel of this page away, or bring it back</source>
        <translation>Згорнути панель цієї сторінки або повернути її</translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Panels at the side</source>
        <translation>Бічні панелі</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>понад {0}</translation>
    </message>
    <message>
        <source>{0}+</source>
        <translation>{0}+</translation>
    </message>
</context>
<context>
    <name>SignatureLine</name>
    <message>
        <source>The call at the caret</source>
        <translation>Виклик біля курсора</translation>
    </message>
</context>
<context>
    <name>SnippetInserter</name>
    <message>
        <source>A snippet needs a name. Nothing was kept.</source>
        <translation>Заготовці потрібна назва. Нічого не збережено.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>First select the text for the snippet.</source>
        <translation>Спершу виділіть текст для заготовки.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Keep the selection as a snippet</source>
        <translation>Зберегти виділене як заготовку</translation>
    </message>
    <message>
        <source>Name of the snippet</source>
        <translation>Назва заготовки</translation>
    </message>
    <message>
        <source>This selection is too long for a snippet.</source>
        <translation>Це виділення задовге для заготовки.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>What kind of tune?</source>
        <translation>Якого виду мелодія?</translation>
    </message>
    <message>
        <source>What should be put in?</source>
        <translation>Що вставити?</translation>
    </message>
    <message>
        <source>“{0}” is deleted.</source>
        <translation>«{0}» видалено.</translation>
    </message>
    <message>
        <source>“{0}” is kept among the snippets.</source>
        <translation>«{0}» збережено серед заготовок.</translation>
    </message>
</context>
<context>
    <name>SnippetList</name>
    <message>
        <source>No match. Fewer letters find more.</source>
        <translation>Нічого не підходить. Менше літер знайдуть більше.</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>Заготовка</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Заготовки</translation>
    </message>
    <message>
        <source>Type a few letters; {0} inserts the chosen one</source>
        <translation>Введіть кілька літер; {0} вставляє вибрану</translation>
    </message>
    <message>
        <source>What is put in</source>
        <translation>Що буде вставлено</translation>
    </message>
    <message>
        <source>{0} inserts it. {1} deletes it, since it is your own.</source>
        <translation>{0} вставляє. {1} видаляє, бо це ваша власна.</translation>
    </message>
    <message>
        <source>{0} inserts it; {1} goes to the next placeholder.</source>
        <translation>{0} вставляє; {1} переходить до наступного місця для заповнення.</translation>
    </message>
    <message>
        <source>{0} or a click inserts it, {1} deletes one of your own</source>
        <translation>{0} або клацання вставляє, {1} видаляє вашу власну</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message numerus="yes">
        <source>%Ln files are written to {0}.</source>
        <translation>
            <numerusform>%Ln файл записано в {0}.</numerusform>
            <numerusform>%Ln файли записано в {0}.</numerusform>
            <numerusform>%Ln файлів записано в {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of these names are in {0} already.</source>
        <translation>
            <numerusform>У теці {0} вже є %Ln файл із такою назвою.</numerusform>
            <numerusform>У теці {0} вже є %Ln файли з такими назвами.</numerusform>
            <numerusform>У теці {0} вже є %Ln файлів із такими назвами.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes could not be written: {0}</source>
        <translation>
            <numerusform>%Ln мелодію записати не вдалося: {0}</numerusform>
            <numerusform>%Ln мелодії записати не вдалося: {0}</numerusform>
            <numerusform>%Ln мелодій записати не вдалося: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes have notes that the instrument lacks.</source>
        <translation>
            <numerusform>%Ln мелодія має ноти, яких немає на інструменті.</numerusform>
            <numerusform>%Ln мелодії мають ноти, яких немає на інструменті.</numerusform>
            <numerusform>%Ln мелодій мають ноти, яких немає на інструменті.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Експортувати…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;Playing</source>
        <translation>&amp;Виконання</translation>
    </message>
    <message>
        <source>&amp;Tunes</source>
        <translation>&amp;Мелодії</translation>
    </message>
    <message>
        <source>1 file is written to {0}.</source>
        <translation>1 файл записано в {0}.</translation>
    </message>
    <message>
        <source>1 file of these names is in {0} already.</source>
        <translation>У теці {0} вже є 1 файл із такою назвою.</translation>
    </message>
    <message>
        <source>1 tune could not be written: {0}</source>
        <translation>1 мелодію записати не вдалося: {0}</translation>
    </message>
    <message>
        <source>A file for each &amp;voice</source>
        <translation>&amp;Окремий файл для кожного голосу</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln tunes</source>
        <translation>
            <numerusform>Усі, %Ln мелодія</numerusform>
            <numerusform>Усі, %Ln мелодії</numerusform>
            <numerusform>Усі, %Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>All files play equally loud, without clipping; off: as loud as they are mixed</source>
        <translation>Усі файли звучать однаково гучно й без спотворень; без цього рівень лишається таким, як у мікшері</translation>
    </message>
    <message>
        <source>As heard</source>
        <translation>Як звучить</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Як записано</translation>
    </message>
    <message>
        <source>At {0} % of the written tempo.</source>
        <translation>Темп: {0}&#xa0;% записаного.</translation>
    </message>
    <message>
        <source>Choose where to, and write</source>
        <translation>Вибрати, куди, і записати</translation>
    </message>
    <message>
        <source>Everything that is heard here, or the written notes only</source>
        <translation>Усе, що тут чути, або лише записані ноти</translation>
    </message>
    <message>
        <source>Export MIDI or sound</source>
        <translation>Експорт MIDI або звуку</translation>
    </message>
    <message>
        <source>FLAC sound, smaller</source>
        <translation>Звук FLAC, менший</translation>
    </message>
    <message>
        <source>For mixing them elsewhere: NAME-v1, NAME-v2 and so on</source>
        <translation>Щоб зводити деінде: НАЗВА-v1, НАЗВА-v2 і так далі</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MIDI for sequencers and notation programs, sound to hear</source>
        <translation>MIDI&#xa0;— для секвенсорів і нотних програм, звук&#xa0;— щоб слухати</translation>
    </message>
    <message>
        <source>Ogg Vorbis sound, smallest</source>
        <translation>Звук Ogg Vorbis, найменший</translation>
    </message>
    <message>
        <source>On the {0}, with what is chosen under How tunes are played.</source>
        <translation>Інструмент: {0}; з усім, що ввімкнено на панелі «Виконання».</translation>
    </message>
    <message>
        <source>On the {0}.</source>
        <translation>Інструмент: {0}.</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Виконання</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Поступ експорту</translation>
    </message>
    <message>
        <source>Same &amp;loudness in all files</source>
        <translation>Однакова &amp;гучність усіх файлів</translation>
    </message>
    <message>
        <source>Several tunes become a file each</source>
        <translation>Кілька мелодій&#xa0;— по файлу на кожну</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln tunes; what was written stays.</source>
        <translation>
            <numerusform>Зупинено після %Ln мелодії; записане лишається.</numerusform>
            <numerusform>Зупинено після %Ln мелодій; записане лишається.</numerusform>
            <numerusform>Зупинено після %Ln мелодій; записане лишається.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tune is gone.</source>
        <translation>Мелодії вже немає.</translation>
    </message>
    <message>
        <source>The written notes: no chords, ornaments or swing.</source>
        <translation>Записані ноти: без акордів, мелізмів і свінгу.</translation>
    </message>
    <message>
        <source>This tune</source>
        <translation>Ця мелодія</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
    <message>
        <source>Voices as they are mixed.</source>
        <translation>Голоси&#xa0;— як у мікшері.</translation>
    </message>
    <message>
        <source>WAV sound</source>
        <translation>Звук WAV</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>Куди записати файли</translation>
    </message>
    <message>
        <source>Writing tune {0} of {1}…</source>
        <translation>Запис мелодії {0} з {1}…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запис…</translation>
    </message>
    <message>
        <source>{0} (*.{1})</source>
        <translation>{0} (*.{1})</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>&amp;Device</source>
        <translation>П&amp;ристрій</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Шукати знову</translation>
    </message>
    <message>
        <source>An .sf2 file with the sounds of the instruments</source>
        <translation>Файл .sf2 зі звуками інструментів</translation>
    </message>
    <message>
        <source>Look again for sound devices</source>
        <translation>Знову пошукати звукові пристрої</translation>
    </message>
    <message>
        <source>Looking for sound devices…</source>
        <translation>Пошук звукових пристроїв…</translation>
    </message>
    <message>
        <source>Reading the sound font…</source>
        <translation>Банк звуків читається…</translation>
    </message>
    <message>
        <source>Sound &amp;font</source>
        <translation>Банк з&amp;вуків</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Звуковий пристрій</translation>
    </message>
    <message>
        <source>Sound font</source>
        <translation>Банк звуків</translation>
    </message>
    <message>
        <source>Sound fonts (*.sf2);;All files (*)</source>
        <translation>Банки звуків (*.sf2);;Усі файли (*)</translation>
    </message>
    <message>
        <source>The instruments in the box</source>
        <translation>Інструменти з комплекту</translation>
    </message>
    <message>
        <source>The system&apos;s standard device</source>
        <translation>Типовий пристрій системи</translation>
    </message>
    <message>
        <source>There is no sound device. WAV files still work.</source>
        <translation>Звукового пристрою немає. Файли WAV однаково працюють.</translation>
    </message>
    <message>
        <source>Where the tunes are heard</source>
        <translation>Де звучать мелодії</translation>
    </message>
    <message>
        <source>{0} (not there now)</source>
        <translation>{0} (зараз немає)</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Look in</source>
        <translation>Шукати в</translation>
    </message>
    <message>
        <source>The source to search in</source>
        <translation>Джерело, у якому шукати</translation>
    </message>
</context>
<context>
    <name>SourceChangeNotice</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln файл</numerusform>
            <numerusform>%Ln файли</numerusform>
            <numerusform>%Ln файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитати знову</translation>
    </message>
    <message>
        <source>added: {0}</source>
        <translation>додано: {0}</translation>
    </message>
    <message>
        <source>changed: {0}</source>
        <translation>змінено: {0}</translation>
    </message>
    <message>
        <source>no longer readable: {0}</source>
        <translation>більше не читаються: {0}</translation>
    </message>
    <message>
        <source>removed: {0}</source>
        <translation>видалено: {0}</translation>
    </message>
    <message>
        <source>“{0}” cannot be read any more. Its tunes stay here as they were read.</source>
        <translation>«{0}» більше не вдається прочитати. Мелодії лишаються такими, як їх прочитано.</translation>
    </message>
    <message>
        <source>“{0}” has changed on disk. Its tunes stay as they were read.</source>
        <translation>Джерело «{0}» змінилося на диску. Мелодії лишаються такими, як їх прочитано.</translation>
    </message>
    <message>
        <source>“{0}” has changed on disk: {1}. Its tunes stay as they were read.</source>
        <translation>Джерело «{0}» змінилося на диску: {1}. Мелодії лишаються такими, як їх прочитано.</translation>
    </message>
    <message>
        <source>“{0}” is no longer there. Its tunes stay here as they were read.</source>
        <translation>Джерела «{0}» вже немає. Мелодії лишаються тут такими, як їх прочитано.</translation>
    </message>
</context>
<context>
    <name>SourceDialogs</name>
    <message>
        <source>Add a folder of tunes</source>
        <translation>Додати теку мелодій</translation>
    </message>
    <message>
        <source>Add tunes</source>
        <translation>Додати мелодії</translation>
    </message>
    <message>
        <source>Tunes (*.abc *.txt *.musicxml *.mxl *.xml *.mid *.midi *.kar *.zip);;All files (*)</source>
        <translation>Мелодії (*.abc *.txt *.musicxml *.mxl *.xml *.mid *.midi *.kar *.zip);;Усі файли (*)</translation>
    </message>
</context>
<context>
    <name>SourceEncoding</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодування</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Прочитати</translation>
    </message>
    <message>
        <source>As it was recognised</source>
        <translation>Як розпізнано</translation>
    </message>
    <message>
        <source>Choose the source itself among those that are combined.</source>
        <translation>Виберіть саме джерело з тих, що поєднані.</translation>
    </message>
    <message>
        <source>Every file of {0} says how it is kept, or is UTF-8.</source>
        <translation>У джерелі {0} кожен файл називає своє кодування або записаний в UTF-8.</translation>
    </message>
    <message>
        <source>Its tunes are read again; the files stay as they are.</source>
        <translation>Його мелодії буде прочитано знову; файли лишаються як є.</translation>
    </message>
    <message>
        <source>Read the source with this encoding</source>
        <translation>Прочитати джерело в цьому кодуванні</translation>
    </message>
    <message>
        <source>Reads the tunes of the source again with another encoding; its files stay as they are</source>
        <translation>Прочитати мелодії джерела знову в іншому кодуванні; його файли лишаються як є</translation>
    </message>
    <message>
        <source>Te&amp;xt encoding of the source…</source>
        <translation>Ко&amp;дування тексту джерела…</translation>
    </message>
    <message>
        <source>Text encoding of the source</source>
        <translation>Кодування тексту джерела</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} is read as it was recognised.</source>
        <translation>Джерело {0} читається, як розпізнано.</translation>
    </message>
    <message>
        <source>{0} is read as {1}.</source>
        <translation>Джерело {0} читається в кодуванні {1}.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln пропущена</numerusform>
            <numerusform>%Ln пропущені</numerusform>
            <numerusform>%Ln пропущених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files</source>
        <translation>
            <numerusform>%Ln інший файл</numerusform>
            <numerusform>%Ln інші файли</numerusform>
            <numerusform>%Ln інших файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>П&amp;рочитати знову</translation>
    </message>
    <message>
        <source>1 other file</source>
        <translation>1 інший файл</translation>
    </message>
    <message>
        <source>1 tune</source>
        <translation>1 мелодія</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Додати файл…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Додати теку…</translation>
    </message>
    <message>
        <source>Adds an .abc file; you can also drop it on this page</source>
        <translation>Додати файл .abc; його можна й перетягнути на цю сторінку</translation>
    </message>
    <message>
        <source>Adds every .abc file of a folder</source>
        <translation>Додати всі файли .abc із теки</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Не прочитано</translation>
    </message>
    <message>
        <source>Change what is combined…</source>
        <translation>Змінити об’єднане…</translation>
    </message>
    <message>
        <source>Combined sources</source>
        <translation>Об’єднані джерела</translation>
    </message>
    <message>
        <source>Combine…</source>
        <translation>Об’єднати…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Завантажити…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Files and folders of tunes; {0} takes one off the list</source>
        <translation>Файли й теки мелодій; {0} прибирає джерело зі списку</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Тека</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Немає на місці</translation>
    </message>
    <message>
        <source>Re&amp;move from list</source>
        <translation>При&amp;брати зі списку</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Прибрати джерело</translation>
    </message>
    <message>
        <source>Removes the source from this list; the files stay ({0})</source>
        <translation>Прибрати джерело з цього списку; файли лишаються ({0})</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Sources of tunes</source>
        <translation>Джерела мелодій</translation>
    </message>
    <message>
        <source>Text encoding…</source>
        <translation>Кодування тексту…</translation>
    </message>
    <message>
        <source>The tunes in the box</source>
        <translation>Мелодії з комплекту</translation>
    </message>
    <message>
        <source>The tunes of all sources listed here</source>
        <translation>Мелодії всіх джерел цього списку</translation>
    </message>
    <message>
        <source>changed on disk</source>
        <translation>змінено на диску</translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation>кодування?</translation>
    </message>
    <message>
        <source>encoding not known</source>
        <translation>кодування невідоме</translation>
    </message>
    <message>
        <source>odd bytes</source>
        <translation>дивні байти</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>SourcePresenter</name>
    <message>
        <source>Add file…</source>
        <translation>Додати файл…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистити фільтр</translation>
    </message>
    <message>
        <source>Drop an .abc file here, or open the bundled tunebook.</source>
        <translation>Перетягніть сюди файл .abc або відкрийте вбудовану збірку.</translation>
    </message>
    <message>
        <source>No tunes here yet</source>
        <translation>Тут мелодій ще немає</translation>
    </message>
    <message>
        <source>Open the bundled tunebook</source>
        <translation>Відкрити вбудовану збірку</translation>
    </message>
    <message>
        <source>Reading tunes…</source>
        <translation>Мелодії читаються…</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Прибрати зі списку</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %Ln tunes of {0}.</source>
        <translation>
            <numerusform>Фільтр ховає %Ln мелодію з {0}.</numerusform>
            <numerusform>Фільтр ховає %Ln мелодії з {0}.</numerusform>
            <numerusform>Фільтр ховає %Ln мелодій з {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is cleared: no tune of {0} passed it.</source>
        <translation>Фільтр очищено: жодна мелодія з {0} його не проходила.</translation>
    </message>
    <message>
        <source>These tunes cannot be read</source>
        <translation>Ці мелодії не вдалося прочитати</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} is off the list; nothing on disk was changed.</source>
        <translation>{0}: прибрано зі списку; на диску нічого не змінено.</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
</context>
<context>
    <name>SourceRemarks</name>
    <message numerus="yes">
        <source>%Ln other files were not read: they hold no tunes, as far as can be told.</source>
        <translation>
            <numerusform>Не прочитано ще %Ln файл: мелодій у ньому, схоже, немає.</numerusform>
            <numerusform>Не прочитано ще %Ln файли: мелодій у них, схоже, немає.</numerusform>
            <numerusform>Не прочитано ще %Ln файлів: мелодій у них, схоже, немає.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 other file was not read: it holds no tunes, as far as can be told.</source>
        <translation>Не прочитано ще 1 файл: мелодій у ньому, схоже, немає.</translation>
    </message>
    <message>
        <source>ABC has no signs for some of the music of “{0}”.</source>
        <translation>Для частини музики з «{0}» в ABC немає знаків.</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Інше…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати їх</translation>
    </message>
    <message>
        <source>Some files of “{0}” are left out.</source>
        <translation>Деякі файли з «{0}» пропущено.</translation>
    </message>
    <message>
        <source>Some files of “{0}” are not UTF-8.</source>
        <translation>Деякі файли з «{0}»&#xa0;— не UTF-8.</translation>
    </message>
</context>
<context>
    <name>StartFailureDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Скопіювати звіт</translation>
    </message>
    <message>
        <source>&amp;Quit ABC Studio</source>
        <translation>&amp;Вийти з ABC Studio</translation>
    </message>
    <message>
        <source>ABC Studio cannot start</source>
        <translation>ABC Studio не запускається</translation>
    </message>
    <message>
        <source>Copy the whole report to the clipboard</source>
        <translation>Скопіювати весь звіт у буфер обміну</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
</context>
<context>
    <name>StepsField</name>
    <message>
        <source>At these steps the network is kept, and composes the same takes. Empty: 10, 20, 50, 100 and so on, and the last step; 0: nowhere</source>
        <translation>На цих кроках мережу зберігають, і вона складає ті самі спроби. Порожньо: 10, 20, 50, 100 і далі, а також останній крок; 0: ніде</translation>
    </message>
    <message>
        <source>Hear it at steps</source>
        <translation>Слухати на кроках</translation>
    </message>
</context>
<context>
    <name>StepsFiles</name>
    <message>
        <source>Open the steps of a corpus</source>
        <translation>Відкрити кроки корпусу</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Зберегти деінде…</translation>
    </message>
    <message>
        <source>Save the steps of the corpus</source>
        <translation>Зберегти кроки корпусу</translation>
    </message>
    <message>
        <source>Steps of a corpus (*.json)</source>
        <translation>Кроки корпусу (*.json)</translation>
    </message>
    <message>
        <source>Steps of a corpus (*.json);;All files (*)</source>
        <translation>Кроки корпусу (*.json);;Усі файли (*)</translation>
    </message>
    <message>
        <source>The steps are in {0}.</source>
        <translation>Кроки записано в {0}.</translation>
    </message>
    <message>
        <source>The steps of {0} are taken.</source>
        <translation>Узято кроки з файлу {0}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>corpus steps.json</source>
        <translation>кроки корпусу.json</translation>
    </message>
</context>
<context>
    <name>StepsForm</name>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tune</source>
        <translation>1 мелодія</translation>
    </message>
    <message>
        <source>All tunes get one tonic; their modes stay.</source>
        <translation>Усі мелодії дістають одну тоніку; лади лишаються.</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Як записано</translation>
    </message>
    <message>
        <source>Change the filter</source>
        <translation>Змінити фільтр</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>Drop repeats</source>
        <translation>Прибрати повтори</translation>
    </message>
    <message>
        <source>First voice only</source>
        <translation>Лише перший голос</translation>
    </message>
    <message>
        <source>Fixes that do not change the music are made; tunes without notes, and those that cannot be read, are dropped.</source>
        <translation>Зробити виправлення, що не змінюють музики; мелодії без нот і ті, що не читаються, прибрати.</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Лишити всі</translation>
    </message>
    <message>
        <source>Of tunes in several voices the first stays.</source>
        <translation>З багатоголосих мелодій лишається перший голос.</translation>
    </message>
    <message>
        <source>Of tunes that are one melody, or of one family, the first stays.</source>
        <translation>З однакових мелодій і мелодій однієї родини лишається перша.</translation>
    </message>
    <message>
        <source>One of each family</source>
        <translation>Одна з кожної родини</translation>
    </message>
    <message>
        <source>One of each melody</source>
        <translation>Одна з кожної мелодії</translation>
    </message>
    <message>
        <source>One voice</source>
        <translation>Один голос</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Вибрати</translation>
    </message>
    <message>
        <source>So many are held out to measure by, whole families together. With 0 % the training form decides.</source>
        <translation>Стільки мелодій буде відкладено для вимірювань, цілими родинами. За 0&#xa0;% вирішує форма тренування.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Поділити</translation>
    </message>
    <message>
        <source>The tunes that the filter of the tab “Tunes” shows, without those left out.</source>
        <translation>Мелодії, які показує фільтр вкладки «Мелодії», без пропущених.</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Транспонувати</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0}, changed: {1}</source>
        <translation>{0}, змінено: {1}</translation>
    </message>
    <message>
        <source>{0}, held out: {1}</source>
        <translation>{0}, відкладено: {1}</translation>
    </message>
</context>
<context>
    <name>StoppingQuestion</name>
    <message>
        <source>A network is training.</source>
        <translation>Мережа тренується.</translation>
    </message>
    <message>
        <source>A network is training. Quitting stops it. What it has learned is kept: you can resume the run.</source>
        <translation>Мережа тренується. Вихід зупинить її. Вивчене збережено: запуск можна продовжити.</translation>
    </message>
    <message>
        <source>ABC Studio</source>
        <translation>ABC Studio</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Тренувати далі</translation>
    </message>
    <message>
        <source>Quitting stops it. What it has learned is kept: you can resume the run.</source>
        <translation>Вихід зупинить її. Вивчене збережено: запуск можна продовжити.</translation>
    </message>
    <message>
        <source>Stop training and quit</source>
        <translation>Зупинити й вийти</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>The file as it was is kept as {0}.</source>
        <translation>Колишній файл збережено як {0}.</translation>
    </message>
    <message>
        <source>The model {0} cannot be read: {1}.</source>
        <translation>Модель {0} не вдалося прочитати: {1}.</translation>
    </message>
    <message>
        <source>The model {0} is no longer there.</source>
        <translation>Моделі {0} вже немає.</translation>
    </message>
    <message>
        <source>The model {0} is no longer there: {1} composes now.</source>
        <translation>Моделі {0} вже немає: тепер складає {1}.</translation>
    </message>
    <message numerus="yes">
        <source>The same is true of %Ln more files of its folder.</source>
        <translation>
            <numerusform>Те саме стосується ще %Ln файлу цієї теки.</numerusform>
            <numerusform>Те саме стосується ще %Ln файлів цієї теки.</numerusform>
            <numerusform>Те саме стосується ще %Ln файлів цієї теки.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same is true of 1 more file of its folder.</source>
        <translation>Те саме стосується ще 1 файлу цієї теки.</translation>
    </message>
    <message>
        <source>What stands in {0} for {1} does not fit and is passed over.</source>
        <translation>Записане у {0} для {1} не підходить, тож його пропущено.</translation>
    </message>
    <message>
        <source>Your preferences cannot be saved: {0}</source>
        <translation>Налаштування не вдалося зберегти: {0}</translation>
    </message>
    <message>
        <source>{0} and others</source>
        <translation>{0} та інші</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}. It stays as it is and is used again at the next start that can read it; until then nothing is written into it.</source>
        <translation>{0}: прочитати не вдалося ({1}). Файл лишається як є і знадобиться за наступного запуску, який зможе його прочитати; доти в нього нічого не пишеться.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. It is kept as {2}, and the studio goes on without it.</source>
        <translation>{0}: використати не вдалося ({1}). Файл збережено як {2}, і студія працює без нього.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. The studio goes on without it.</source>
        <translation>{0}: використати не вдалося ({1}). Студія працює без цього.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. What belongs there cannot be kept: put that right, or start the studio with ABCSTUDIO_HOME set to another folder.</source>
        <translation>{0}: використати не вдалося ({1}). Те, що має бути там, зберегти не можна: усуньте причину або запустіть студію, задавши в ABCSTUDIO_HOME іншу теку.</translation>
    </message>
</context>
<context>
    <name>Submenus</name>
    <message>
        <source>&amp;Accidental</source>
        <translation>&amp;Знак альтерації</translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <translation>&amp;Скласти</translation>
    </message>
    <message>
        <source>&amp;Datasets</source>
        <translation>На&amp;бори даних</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Експортувати</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>Перей&amp;ти</translation>
    </message>
    <message>
        <source>&amp;Health and corpus</source>
        <translation>Ст&amp;ан і корпус</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Цикл</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>&amp;Такти</translation>
    </message>
    <message>
        <source>&amp;Order of the tunes</source>
        <translation>По&amp;рядок мелодій</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>&amp;Ноти</translation>
    </message>
    <message>
        <source>&amp;Tempo</source>
        <translation>&amp;Темп</translation>
    </message>
    <message>
        <source>&amp;Writing</source>
        <translation>Написанн&amp;я</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>З&amp;мінити</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Кольори</translation>
    </message>
    <message>
        <source>Cur&amp;ve</source>
        <translation>&amp;Крива</translation>
    </message>
    <message>
        <source>Find by &amp;melody</source>
        <translation>Пошук за &amp;мелодією</translation>
    </message>
    <message>
        <source>Groups of &amp;tunes</source>
        <translation>&amp;Групи мелодій</translation>
    </message>
    <message>
        <source>Known t&amp;unes</source>
        <translation>Ві&amp;домі мелодії</translation>
    </message>
    <message>
        <source>M&amp;IDI</source>
        <translation>Пр&amp;истрої MIDI</translation>
    </message>
    <message>
        <source>Mar&amp;ks of tunes</source>
        <translation>Позна&amp;чки мелодій</translation>
    </message>
    <message>
        <source>Mod&amp;els</source>
        <translation>Мо&amp;делі</translation>
    </message>
    <message>
        <source>Note &amp;value</source>
        <translation>&amp;Тривалість</translation>
    </message>
    <message>
        <source>Readi&amp;ng aloud</source>
        <translation>&amp;Читання вголос</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Тек&amp;ст</translation>
    </message>
    <message>
        <source>Tune&amp;book</source>
        <translation>&amp;Збірка</translation>
    </message>
    <message>
        <source>Varia&amp;nts of a network</source>
        <translation>Варіанти &amp;мережі</translation>
    </message>
</context>
<context>
    <name>SweepDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>A new sweep</source>
        <translation>Нова серія</translation>
    </message>
    <message>
        <source>A sweep that is under way goes on</source>
        <translation>Серія, що триває, піде далі</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Серія</translation>
    </message>
    <message>
        <source>Variants of a network</source>
        <translation>Варіанти мережі</translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message numerus="yes">
        <source>%Ln networks, one after another</source>
        <translation>
            <numerusform>%Ln мережа, одна за одною</numerusform>
            <numerusform>%Ln мережі, одна за одною</numerusform>
            <numerusform>%Ln мереж, одна за одною</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Train them all</source>
        <translation>Тренувати &amp;всі</translation>
    </message>
    <message>
        <source>About {0} on this machine, as measured just now</source>
        <translation>Близько {0} на цьому комп’ютері, за щойно зробленим виміром</translation>
    </message>
    <message>
        <source>All else is as in the form: {0}. Tunes: {1}.</source>
        <translation>Решта&#xa0;— як у формі: {0}. Мелодії: {1}.</translation>
    </message>
    <message>
        <source>How long they take is being measured: {0} of {1}…</source>
        <translation>Вимірюється, скільки вони триватимуть: {0} з {1}…</translation>
    </message>
    <message>
        <source>How long they take is being measured…</source>
        <translation>Вимірюється, скільки вони триватимуть…</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>&amp;Copy the text</source>
        <translation>&amp;Копіювати текст</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Раніше</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Продовжити</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>П&amp;ізніше</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Пр&amp;изупинити</translation>
    </message>
    <message>
        <source>&amp;Show its run</source>
        <translation>Показати запу&amp;ск</translation>
    </message>
    <message>
        <source>&amp;Train the failed ones again</source>
        <translation>&amp;Тренувати невдалі знову</translation>
    </message>
    <message numerus="yes">
        <source>All networks have ended: %Ln of them</source>
        <translation>
            <numerusform>Усі мережі завершено: %Ln мережа</numerusform>
            <numerusform>Усі мережі завершено: %Ln мережі</numerusform>
            <numerusform>Усі мережі завершено: %Ln мереж</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Аналіз</translation>
    </message>
    <message>
        <source>Beginning of an analysis</source>
        <translation>Початок аналізу</translation>
    </message>
    <message>
        <source>Begins the chosen network after the one below it</source>
        <translation>Почати вибрану мережу після тієї, що нижче</translation>
    </message>
    <message>
        <source>Begins the chosen network before the one above it</source>
        <translation>Почати вибрану мережу перед тією, що вище</translation>
    </message>
    <message>
        <source>Chooses the run in the list of training runs</source>
        <translation>Вибрати запуск у списку запусків тренування</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Вплив</translation>
    </message>
    <message>
        <source>Network {0} of {1}: step {2} of {3}</source>
        <translation>Мережа {0} з {1}: крок {2} з {3}</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Мережі</translation>
    </message>
    <message>
        <source>Networks of the sweep</source>
        <translation>Мережі серії</translation>
    </message>
    <message>
        <source>Paused: {0} of {1} networks have ended</source>
        <translation>Призупинено: завершено мереж: {0} з {1}</translation>
    </message>
    <message>
        <source>Under way: {0} of {1} networks have ended</source>
        <translation>Триває: завершено мереж: {0} з {1}</translation>
    </message>
    <message>
        <source>{0}, {1} left for it</source>
        <translation>{0}, лишилося: {1}</translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>No sweep is under way.</source>
        <translation>Жодна серія не триває.</translation>
    </message>
    <message>
        <source>Pause the s&amp;weep</source>
        <translation>Призупи&amp;нити серію</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>Показати таблицю</translation>
    </message>
    <message>
        <source>Stops after the present step; what was learned is kept, and it can go on later</source>
        <translation>Зупинити після поточного кроку; вивчене збережеться, і серію можна продовжити</translation>
    </message>
    <message>
        <source>The sweep has come to its end.</source>
        <translation>Серію завершено.</translation>
    </message>
    <message>
        <source>The tunes are still being read. Try again in a moment.</source>
        <translation>Мелодії ще читаються. Спробуйте за мить.</translation>
    </message>
    <message>
        <source>Train &amp;variants…</source>
        <translation>Тренувати кі&amp;лька варіантів…</translation>
    </message>
    <message>
        <source>Trains the network of the form in several variants and puts them side by side</source>
        <translation>Натренувати мережу форми в кількох варіантах і порівняти їх</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варіанти</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} networks trained</source>
        <translation>{0}: натреновано мереж: {1} з {2}</translation>
    </message>
</context>
<context>
    <name>TakeColumn</name>
    <message>
        <source>Hear this take; the numbers play one against the other</source>
        <translation>Послухати цю спробу; цифри грають одну проти одної</translation>
    </message>
    <message>
        <source>Open in Composer</source>
        <translation>Редагувати</translation>
    </message>
    <message>
        <source>Opens the take in the composer, to hear and to change it</source>
        <translation>Відкриває спробу в редакторі, щоб послухати й змінити її</translation>
    </message>
    <message>
        <source>Play ({0})</source>
        <translation>Грати ({0})</translation>
    </message>
</context>
<context>
    <name>TakeDetails</name>
    <message>
        <source>Again like this</source>
        <translation>Ще подібні</translation>
    </message>
    <message>
        <source>Compose with the same settings and another number</source>
        <translation>Скласти з тими ж параметрами й іншим числом</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Порожньо</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>New?</source>
        <translation>Нове?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ні</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ще не збережено</translation>
    </message>
    <message>
        <source>Put this take&apos;s seed and settings into the panel at the left</source>
        <translation>Перенести початок і параметри цієї спроби на панель ліворуч</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>Use its seed</source>
        <translation>Її початок</translation>
    </message>
    <message>
        <source>What is known of this take</source>
        <translation>Що відомо про цю спробу</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Побажання</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Так</translation>
    </message>
    <message>
        <source>{0}, tune {1} of {2}</source>
        <translation>{0}, мелодія {1} з {2}</translation>
    </message>
</context>
<context>
    <name>TakeHistory</name>
    <message numerus="yes">
        <source>%Ln takes are off the list.</source>
        <translation>
            <numerusform>%Ln спробу прибрано зі списку.</numerusform>
            <numerusform>%Ln спроби прибрано зі списку.</numerusform>
            <numerusform>%Ln спроб прибрано зі списку.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged entries in the history of takes: %Ln.</source>
        <translation>
            <numerusform>Пошкоджено %Ln запис в історії спроб.</numerusform>
            <numerusform>Пошкоджено %Ln записи в історії спроб.</numerusform>
            <numerusform>Пошкоджено %Ln записів в історії спроб.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Спроба {0}</translation>
    </message>
    <message>
        <source>Takes cannot be saved for the next start: {0}</source>
        <translation>Спроби не вдалося зберегти до наступного запуску: {0}</translation>
    </message>
    <message>
        <source>They are left out, and kept as {0}; all other takes are here.</source>
        <translation>Їх пропущено і збережено як {0}; решта спроб тут.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>{0} is off the list.</source>
        <translation>{0}: прибрано зі списку.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>TakePlayback</name>
    <message>
        <source>There is no music in this take yet.</source>
        <translation>У цій спробі ще немає музики.</translation>
    </message>
</context>
<context>
    <name>TakeWords</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Спершу найкращі</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раніше</translation>
    </message>
    <message>
        <source>Form: {0}</source>
        <translation>Форма: {0}</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>Мелодика</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Лад</translation>
    </message>
    <message>
        <source>Newer than {0} % of known tunes</source>
        <translation>Новіша за {0}&#xa0;% відомих мелодій</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Спершу нові</translation>
    </message>
    <message>
        <source>Newness</source>
        <translation>Новизна</translation>
    </message>
    <message>
        <source>Originality</source>
        <translation>Оригінальність</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Діапазон</translation>
    </message>
    <message>
        <source>Range: {0} to {1}</source>
        <translation>Діапазон: {0}–{1}</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Ритм</translation>
    </message>
    <message>
        <source>Right measures: {0} of {1}</source>
        <translation>Правильних тактів: {0} з {1}</translation>
    </message>
    <message>
        <source>Score: {0}</source>
        <translation>Оцінка: {0}</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Будова</translation>
    </message>
    <message>
        <source>Times that the guard stepped in: {0}</source>
        <translation>Втручань контролю тактів: {0}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Учора</translation>
    </message>
    <message>
        <source>newer than {0} %</source>
        <translation>новіша за {0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0} of {1} right</source>
        <translation>правильних {0} з {1}</translation>
    </message>
</context>
<context>
    <name>TakesArea</name>
    <message>
        <source>Hear it learn</source>
        <translation>Почути навчання</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <source>The same takes at steps along the curve, with the same random numbers</source>
        <translation>Ті самі спроби на кроках уздовж кривої, з тими самими випадковими числами</translation>
    </message>
    <message>
        <source>What the network wrote</source>
        <translation>Що писала мережа</translation>
    </message>
    <message>
        <source>What the network wrote at each evaluation, with other random numbers</source>
        <translation>Що мережа писала на кожному оцінюванні, з іншими випадковими числами</translation>
    </message>
</context>
<context>
    <name>TakesBar</name>
    <message>
        <source>List only takes with a star</source>
        <translation>Показати лише спроби із зірочкою</translation>
    </message>
    <message>
        <source>Only with a star</source>
        <translation>Лише із зірочкою</translation>
    </message>
    <message>
        <source>Order of the takes</source>
        <translation>Порядок спроб</translation>
    </message>
    <message>
        <source>Still to be compared with known tunes: {0}</source>
        <translation>Ще порівняти з відомими мелодіями: {0}</translation>
    </message>
    <message>
        <source>The latest takes first, or those that are newest beside the known tunes, or have the highest number of the jury</source>
        <translation>Спершу останні спроби, або найновіші порівняно з відомими мелодіями, або з найвищим числом журі</translation>
    </message>
</context>
<context>
    <name>TakesColumns</name>
    <message>
        <source>Choose up to four runs to see and hear what their networks make of one prompt, with the same random numbers</source>
        <translation>Виберіть до чотирьох запусків, щоб побачити й почути, як їхні мережі продовжують той самий початок із тими самими випадковими числами</translation>
    </message>
    <message>
        <source>Play the next ({0})</source>
        <translation>Грати наступну ({0})</translation>
    </message>
    <message>
        <source>Plays one take after the other, each from its start</source>
        <translation>Грає спроби одну за одною, кожну від початку</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Ноти</translation>
    </message>
    <message>
        <source>Shows the takes as scores</source>
        <translation>Показує спроби нотами</translation>
    </message>
    <message>
        <source>Shows the takes as their networks wrote them</source>
        <translation>Показує спроби так, як їх написали мережі</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Тексти</translation>
    </message>
    <message>
        <source>The network is composing…</source>
        <translation>Мережа складає…</translation>
    </message>
    <message>
        <source>This run has composed nothing yet.</source>
        <translation>Цей запуск іще нічого не склав.</translation>
    </message>
</context>
<context>
    <name>TakesList</name>
    <message>
        <source>&amp;Compare the two</source>
        <translation>По&amp;рівняти ці дві</translation>
    </message>
    <message>
        <source>&amp;Hear from its start</source>
        <translation>&amp;Прослухати від початку</translation>
    </message>
    <message>
        <source>&amp;Keep for good</source>
        <translation>&amp;Зберегти назавжди</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Ще подібні</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>При&amp;брати зі списку</translation>
    </message>
    <message>
        <source>More from its &amp;first two measures</source>
        <translation>Інші з її перших &amp;двох тактів</translation>
    </message>
    <message>
        <source>No take has a star yet: a click on one, or its key, gives it.</source>
        <translation>Жодна спроба ще не має зірочки: її дає клацання на зірочці або клавіша.</translation>
    </message>
    <message>
        <source>Press Compose: what the network writes is listed here.</source>
        <translation>Натисніть «Скласти»: тут з’явиться те, що пише мережа.</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>What was composed, the latest 500; a star keeps one for good</source>
        <translation>Що складено, останні 500; зірочка зберігає спробу назавжди</translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message numerus="yes">
        <source>%Ln measures</source>
        <translation>
            <numerusform>%Ln такт</numerusform>
            <numerusform>%Ln такти</numerusform>
            <numerusform>%Ln тактів</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>1 measure</source>
        <translation>1 такт</translation>
    </message>
    <message>
        <source>Arriving…</source>
        <translation>Складається…</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Порожньо</translation>
    </message>
    <message>
        <source>Keep this take</source>
        <translation>Зберегти цю спробу</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Збережено</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не збережено</translation>
    </message>
    <message>
        <source>Problems: {0}</source>
        <translation>Проблем: {0}</translation>
    </message>
    <message>
        <source>Sounds now</source>
        <translation>Зараз звучить</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Спроба {0}</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Мелодія</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>TakesRoom</name>
    <message>
        <source>Takes</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>The next takes are still being composed: press again in a moment.</source>
        <translation>Наступні спроби ще складаються: натисніть ще раз за мить.</translation>
    </message>
    <message>
        <source>There is no further take in this list.</source>
        <translation>У цьому списку спроб більше немає.</translation>
    </message>
    <message>
        <source>There is no take yet: Compose writes the first one.</source>
        <translation>Спроб ще немає: «Скласти» напише першу.</translation>
    </message>
    <message>
        <source>What has been composed</source>
        <translation>Що вже складено</translation>
    </message>
</context>
<context>
    <name>TakingOutCommands</name>
    <message numerus="yes">
        <source>%Ln tunes are on the clipboard.</source>
        <translation>
            <numerusform>%Ln мелодія в буфері обміну.</numerusform>
            <numerusform>%Ln мелодії в буфері обміну.</numerusform>
            <numerusform>%Ln мелодій у буфері обміну.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tune is on the clipboard.</source>
        <translation>1 мелодія в буфері обміну.</translation>
    </message>
    <message>
        <source>Cop&amp;y tunes as ABC</source>
        <translation>&amp;Копіювати мелодії як ABC</translation>
    </message>
    <message>
        <source>Copies the selected tunes as ABC; in the table {0} does it, too</source>
        <translation>Копіює виділені мелодії як ABC; у таблиці те саме робить {0}</translation>
    </message>
    <message>
        <source>Copies title, rhythm, key and more of the selected tunes for a table</source>
        <translation>Копіює назву, жанр, тональність та інше виділених мелодій для таблиці</translation>
    </message>
    <message>
        <source>Copy tunes as table &amp;rows</source>
        <translation>Копіювати мелодії &amp;рядками таблиці</translation>
    </message>
    <message>
        <source>Export dataset as &amp;ABC, MusicXML or CSV…</source>
        <translation>&amp;Експортувати набір як ABC, MusicXML чи CSV…</translation>
    </message>
    <message>
        <source>No tune is selected.</source>
        <translation>Жодної мелодії не виділено.</translation>
    </message>
    <message>
        <source>There is no tune to write: change the filter.</source>
        <translation>Немає мелодій для запису: змініть фільтр.</translation>
    </message>
    <message>
        <source>Writes the selected tunes, or all that are shown, as a tunebook, scores or a table</source>
        <translation>Записує виділені або всі показані мелодії збіркою, нотами чи таблицею</translation>
    </message>
</context>
<context>
    <name>TemperatureBox</name>
    <message>
        <source>Temperat&amp;ure</source>
        <translation>Температ&amp;ура</translation>
    </message>
    <message>
        <source>What is the temperature?</source>
        <translation>Що таке температура?</translation>
    </message>
    <message>
        <source>careful</source>
        <translation>обережно</translation>
    </message>
    <message>
        <source>wild</source>
        <translation>сміливо</translation>
    </message>
</context>
<context>
    <name>TheoryView</name>
    <message>
        <source>Text of the page</source>
        <translation>Текст сторінки</translation>
    </message>
</context>
<context>
    <name>TrackNames</name>
    <message>
        <source>Bass</source>
        <translation>Бас</translation>
    </message>
    <message>
        <source>Chords</source>
        <translation>Акорди</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>Бурдон</translation>
    </message>
    <message>
        <source>Drums</source>
        <translation>Ударні</translation>
    </message>
</context>
<context>
    <name>TrainingBase</name>
    <message>
        <source>The network keeps the size of {0}; characters found only in your tunes are added.</source>
        <translation>Мережа зберігає розмір моделі «{0}»; символи, які є тільки у ваших мелодіях, додаються.</translation>
    </message>
    <message>
        <source>{0} has learned these tunes, held-out ones too: the validation loss looks better than it is.</source>
        <translation>Модель «{0}» уже вчилася на цих мелодіях, зокрема й на відкладених: втрати на валідації здаються меншими, ніж є насправді.</translation>
    </message>
</context>
<context>
    <name>TrainingCommands</name>
    <message>
        <source>&amp;Start training</source>
        <translation>Тр&amp;енувати</translation>
    </message>
    <message>
        <source>Leaves the machine to other work for a while; once more goes on</source>
        <translation>На якийсь час звільняє комп’ютер для іншої роботи; повторне натискання продовжує</translation>
    </message>
    <message>
        <source>Look at the tunes and the settings; once more starts the training.</source>
        <translation>Перегляньте мелодії й налаштування; ще раз&#xa0;— і тренування почнеться.</translation>
    </message>
    <message>
        <source>Look at the tunes and the settings; {0} starts the training.</source>
        <translation>Перегляньте мелодії й налаштування; {0} починає тренування.</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>Жоден запуск не триває.</translation>
    </message>
    <message>
        <source>Pause tra&amp;ining</source>
        <translation>Призупи&amp;нити тренування</translation>
    </message>
    <message>
        <source>Sa&amp;ve the curve…</source>
        <translation>Збере&amp;гти криву…</translation>
    </message>
    <message>
        <source>Show the &amp;whole curve</source>
        <translation>Пок&amp;азати всю криву</translation>
    </message>
    <message>
        <source>Shows all steps of the loss curve again</source>
        <translation>Знову показати всі кроки кривої втрат</translation>
    </message>
    <message>
        <source>Sto&amp;p training</source>
        <translation>&amp;Зупинити тренування</translation>
    </message>
    <message>
        <source>Stops the run; what it learned is kept, and it can be resumed</source>
        <translation>Зупинити запуск; вивчене збережеться, і його можна продовжити</translation>
    </message>
    <message>
        <source>Trains a network with the settings of the form; from another page, shows them first</source>
        <translation>Тренувати мережу з налаштуваннями форми; з іншої сторінки спершу показати їх</translation>
    </message>
    <message>
        <source>Writes the shown curve as a picture (PNG, SVG) or as a table (CSV)</source>
        <translation>Записати показану криву як зображення (PNG, SVG) або таблицю (CSV)</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>A run is under way; stop it to change its settings</source>
        <translation>Запуск триває; щоб змінити параметри, зупиніть його</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Пристрій</translation>
    </message>
    <message>
        <source>Goes to the tunes, to choose others to train on</source>
        <translation>Перейти до мелодій, щоб вибрати інші для тренування</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Відеокарта</translation>
    </message>
    <message>
        <source>Graphics card {0}</source>
        <translation>Відеокарта {0}</translation>
    </message>
    <message>
        <source>Hear it at steps</source>
        <translation>Слухати на кроках</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Набір налаштувань</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Процесор</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
    <message>
        <source>What the network computes on</source>
        <translation>На чому обчислює мережа</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>For more, give it more tunes or more dropout.</source>
        <translation>Щоб досягти більшого, дайте більше мелодій або більший дропаут.</translation>
    </message>
    <message>
        <source>For more, give it more tunes, or raise Patience and start again.</source>
        <translation>Щоб досягти більшого, дайте більше мелодій або збільште «Терпіння» й почніть знову.</translation>
    </message>
    <message>
        <source>Its tunes do not hold together yet: give it more hidden units or more tunes, or raise Patience and start again.</source>
        <translation>Її мелодії ще не тримаються купи: дайте більше нейронів чи мелодій або збільште «Терпіння» й почніть знову.</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>Призупинити тренування</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Тренувати</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Stopped before the first step: nothing was learned yet, so there is nothing to resume.</source>
        <translation>Зупинено до першого кроку: ще нічого не вивчено, тож продовжувати нічого.</translation>
    </message>
    <message>
        <source>Stopped. What the network learned is kept; you can resume the run.</source>
        <translation>Зупинено. Вивчене мережею збережено; запуск можна продовжити.</translation>
    </message>
    <message numerus="yes">
        <source>Training ended by itself at step {0}, after {1}: in the last %Ln evaluations the held-out tunes gained nothing. The best network, with a validation loss of {2}, is kept. {3}</source>
        <translation>
            <numerusform>Тренування завершилося само на кроці {0}, за {1}: остання %Ln перевірка нічого не дала відкладеним мелодіям. Збережено найкращу мережу, втрати на валідації {2}. {3}</numerusform>
            <numerusform>Тренування завершилося само на кроці {0}, за {1}: останні %Ln перевірки нічого не дали відкладеним мелодіям. Збережено найкращу мережу, втрати на валідації {2}. {3}</numerusform>
            <numerusform>Тренування завершилося само на кроці {0}, за {1}: останні %Ln перевірок нічого не дали відкладеним мелодіям. Збережено найкращу мережу, втрати на валідації {2}. {3}</numerusform>
        </translation>
    </message>
    <message>
        <source>Training is done in {0}. Best validation loss: {1}. {2}</source>
        <translation>Тренування завершено за {0}. Найменші втрати на валідації: {1}. {2}</translation>
    </message>
    <message>
        <source>Training is done in {0}. {1}</source>
        <translation>Тренування завершено за {0}. {1}</translation>
    </message>
    <message>
        <source>ended by Patience: “{0}” goes on without it</source>
        <translation>зупинено за «Терпінням»: «{0}» іде далі без нього</translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>A way on</source>
        <translation>Що далі</translation>
    </message>
    <message>
        <source>Progress of the training run</source>
        <translation>Поступ запуску тренування</translation>
    </message>
    <message>
        <source>Shown when a run has ended and something can be done</source>
        <translation>З’являється, коли запуск завершено й можна щось зробити</translation>
    </message>
    <message>
        <source>{0} % copied</source>
        <translation>скопійовано {0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0} characters/s</source>
        <translation>{0} симв./с</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} год {1} хв</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} хв {1} с</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>пам’яті {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} с</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>A run is under way.</source>
        <translation>Триває запуск.</translation>
    </message>
    <message>
        <source>A sweep is under way: pause it first.</source>
        <translation>Триває серія: спершу призупиніть її.</translation>
    </message>
</context>
<context>
    <name>TrainingSettings</name>
    <message>
        <source>Co&amp;met</source>
        <translation>Слу&amp;жба Comet</translation>
    </message>
    <message>
        <source>Comet</source>
        <translation>Comet</translation>
    </message>
    <message>
        <source>Comet ke&amp;y</source>
        <translation>Кл&amp;юч Comet</translation>
    </message>
    <message>
        <source>Each run becomes an experiment of the service Comet too</source>
        <translation>Кожен запуск стає ще й експериментом служби Comet</translation>
    </message>
    <message>
        <source>Each run is logged in its folder for TensorBoard too</source>
        <translation>Кожен запуск записується у своїй теці ще й для TensorBoard</translation>
    </message>
    <message>
        <source>It does not fall asleep by itself before the run has ended</source>
        <translation>Комп’ютер не засинає сам, доки запуск не закінчився</translation>
    </message>
    <message>
        <source>Keep the machine &amp;awake</source>
        <translation>Не давати комп’ютеру &amp;засинати</translation>
    </message>
    <message>
        <source>Kept in the run&apos;s folder, to be sent later</source>
        <translation>Зберігати в теці запуску</translation>
    </message>
    <message>
        <source>Log each run as</source>
        <translation>Ще й записувати як</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>Не записувати</translation>
    </message>
    <message>
        <source>Sent to Comet</source>
        <translation>Надсилати до Comet</translation>
    </message>
    <message>
        <source>Settings, curves, takes and the sound of the last ones, and nothing else. What was kept is sent by: comet upload.</source>
        <translation>Налаштування, криві, спроби та звук останніх, і нічого більше. Збережене надсилає comet upload.</translation>
    </message>
    <message>
        <source>Shown by: tensorboard --logdir, with the folder of training runs.</source>
        <translation>Показує tensorboard --logdir із текою запусків.</translation>
    </message>
    <message>
        <source>Tell when a run has &amp;ended</source>
        <translation>Сповіщати про кінець зап&amp;уску</translation>
    </message>
    <message>
        <source>Tensor&amp;Board files</source>
        <translation>&amp;Файли TensorBoard</translation>
    </message>
    <message>
        <source>The desktop shows a notice where you work in another window then</source>
        <translation>Робочий стіл покаже сповіщення, якщо ви тоді в іншому вікні</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>Під час тренування</translation>
    </message>
</context>
<context>
    <name>TrainingWatch</name>
    <message>
        <source>A network is training</source>
        <translation>Тренується мережа</translation>
    </message>
    <message>
        <source>ABC Studio</source>
        <translation>ABC Studio</translation>
    </message>
    <message>
        <source>The sweep has come to its end.</source>
        <translation>Серію завершено.</translation>
    </message>
    <message>
        <source>Training is done.</source>
        <translation>Тренування завершено.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Beats a minute, {0} % of the written tempo. The beat: {1}.</source>
        <translation>Долей за хвилину, {0}&#xa0;% записаного темпу. Доля: {1}.</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Інструмент</translation>
    </message>
    <message>
        <source>Place in the tune</source>
        <translation>Місце в мелодії</translation>
    </message>
    <message>
        <source>Temp&amp;o</source>
        <translation>Т&amp;емп</translation>
    </message>
    <message>
        <source>Tempo, beats a minute; the beat: {0}</source>
        <translation>Темп, долей за хвилину; доля: {0}</translation>
    </message>
    <message>
        <source>The instrument that plays</source>
        <translation>Інструмент, який грає</translation>
    </message>
    <message>
        <source>The place in the tune</source>
        <translation>Місце в мелодії</translation>
    </message>
    <message>
        <source>There are no notes to play in this tune.</source>
        <translation>У цій мелодії немає нот, які можна зіграти.</translation>
    </message>
    <message>
        <source>There is no tune to play: choose one in the table, or write one.</source>
        <translation>Немає мелодії для гри: виберіть у таблиці або напишіть.</translation>
    </message>
    <message>
        <source>Time played and length of the tune</source>
        <translation>Скільки зіграно й довжина мелодії</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Гучність</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}&#xa0;%</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>TransportCommands</name>
    <message>
        <source>&amp;Back to the start</source>
        <translation>На &amp;початок</translation>
    </message>
    <message>
        <source>&amp;How tunes are played</source>
        <translation>Викона&amp;ння</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Цикл</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>&amp;Метроном</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>При&amp;зупинити</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Грати</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>З&amp;упинити</translation>
    </message>
    <message>
        <source>&amp;Voices</source>
        <translation>Голо&amp;си</translation>
    </message>
    <message>
        <source>A measure clicks before a tune is played</source>
        <translation>Клацати один такт перед мелодією</translation>
    </message>
    <message>
        <source>Change the tempo by 5 percent; it is heard at once</source>
        <translation>Змінити темп на 5 відсотків; чути одразу</translation>
    </message>
    <message>
        <source>Chords, ornaments, swing and more: what is added to the written notes</source>
        <translation>Акорди, мелізми, свінг та інше: що додається до записаних нот</translation>
    </message>
    <message>
        <source>Cou&amp;nt in</source>
        <translation>В&amp;ідлік</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Швидше</translation>
    </message>
    <message>
        <source>Go back to the start and go on from there</source>
        <translation>Повернутися на початок і грати звідти</translation>
    </message>
    <message>
        <source>How often a loop is played, and how much faster each time</source>
        <translation>Скільки разів грати цикл і на скільки швидше щоразу</translation>
    </message>
    <message>
        <source>Loop &amp;from here</source>
        <translation>П&amp;очаток циклу</translation>
    </message>
    <message>
        <source>Loop &amp;to here</source>
        <translation>&amp;Кінець циклу</translation>
    </message>
    <message>
        <source>P&amp;ractice</source>
        <translation>&amp;Розучування</translation>
    </message>
    <message>
        <source>Play as fast as the tune says</source>
        <translation>Грати так швидко, як сказано в мелодії</translation>
    </message>
    <message>
        <source>Play each part once, with its last ending</source>
        <translation>Грати кожну частину один раз, з останньою вольтою</translation>
    </message>
    <message>
        <source>Play or pause; {0} too, where nothing is typed</source>
        <translation>Грати або призупинити; також {0}, де нічого не вводять</translation>
    </message>
    <message>
        <source>Play the selected notes, or all of the tune, again and again</source>
        <translation>Грати вибрані ноти або всю мелодію знову й знову</translation>
    </message>
    <message>
        <source>Repeat from the place that is heard now</source>
        <translation>Повторювати від місця, яке зараз звучить</translation>
    </message>
    <message>
        <source>Repeat up to the place that is heard now</source>
        <translation>Повторювати до місця, яке зараз звучить</translation>
    </message>
    <message>
        <source>S&amp;kip repeats</source>
        <translation>&amp;Без повторів</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Повільніше</translation>
    </message>
    <message>
        <source>Stop and go back to the start</source>
        <translation>Зупинити й повернутися на початок</translation>
    </message>
    <message>
        <source>The beats click while a tune is played</source>
        <translation>Клацати долі, коли грає мелодія</translation>
    </message>
    <message>
        <source>Which voices are heard, how loud, and on what; lit where that differs</source>
        <translation>Які голоси чути, як гучно й на чому; світиться, коли щось змінено</translation>
    </message>
    <message>
        <source>Wr&amp;itten tempo</source>
        <translation>&amp;Записаний темп</translation>
    </message>
</context>
<context>
    <name>TransposeDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Transpose</source>
        <translation>Т&amp;ранспонувати</translation>
    </message>
    <message>
        <source>By an &amp;interval of</source>
        <translation>На &amp;інтервал</translation>
    </message>
    <message>
        <source>Choose how far each note moves</source>
        <translation>Вибрати, на скільки пересунеться кожна нота</translation>
    </message>
    <message>
        <source>Choose the key that you want to play in</source>
        <translation>Вибрати тональність, у якій хочете грати</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Напрямок</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Інтервал</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Leave the tune as it is</source>
        <translation>Лишити мелодію як є</translation>
    </message>
    <message>
        <source>Move the tune; undo reverts it</source>
        <translation>Перенести мелодію; зміну можна скасувати</translation>
    </message>
    <message>
        <source>The nearer way</source>
        <translation>Найближчим шляхом</translation>
    </message>
    <message>
        <source>The tune in {0} comes out in {1}, {2}.</source>
        <translation>Було: {0}. Стане: {1}, {2}.</translation>
    </message>
    <message>
        <source>The tune stays in {0}.</source>
        <translation>Тональність лишається: {0}.</translation>
    </message>
    <message>
        <source>To the &amp;key of</source>
        <translation>У &amp;тональність</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Транспонувати</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Угору</translation>
    </message>
    <message>
        <source>Way to the key</source>
        <translation>Шлях до тональності</translation>
    </message>
    <message>
        <source>What comes out</source>
        <translation>Що вийде</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln flats</source>
        <translation>
            <numerusform>з %Ln бемолем</numerusform>
            <numerusform>з %Ln бемолями</numerusform>
            <numerusform>з %Ln бемолями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln sharps</source>
        <translation>
            <numerusform>з %Ln дієзом</numerusform>
            <numerusform>з %Ln дієзами</numerusform>
            <numerusform>з %Ln дієзами</numerusform>
        </translation>
    </message>
    <message>
        <source>with one flat</source>
        <translation>з одним бемолем</translation>
    </message>
    <message>
        <source>with one sharp</source>
        <translation>з одним дієзом</translation>
    </message>
    <message>
        <source>without sharps and flats</source>
        <translation>без дієзів і бемолів</translation>
    </message>
</context>
<context>
    <name>TuneBrowser</name>
    <message numerus="yes">
        <source>Train on %Ln selected tunes</source>
        <translation>
            <numerusform>Тренувати: %Ln виділена мелодія</numerusform>
            <numerusform>Тренувати: %Ln виділені мелодії</numerusform>
            <numerusform>Тренувати: %Ln виділених мелодій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train on these %Ln tunes</source>
        <translation>
            <numerusform>Тренувати на %Ln мелодії</numerusform>
            <numerusform>Тренувати на %Ln мелодіях</numerusform>
            <numerusform>Тренувати на %Ln мелодіях</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on this tune</source>
        <translation>Тренувати на цій мелодії</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>пропущено: {0}</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln tunes</source>
        <translation>
            <numerusform>{0} з %Ln мелодії</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
            <numerusform>{0} з %Ln мелодій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneCommands</name>
    <message>
        <source>&amp;Align the bar lines</source>
        <translation>&amp;Вирівняти тактові риски</translation>
    </message>
    <message>
        <source>&amp;First number</source>
        <translation>П&amp;ерший номер</translation>
    </message>
    <message>
        <source>&amp;Halve the note lengths</source>
        <translation>Тривалості в&amp;двічі коротші</translation>
    </message>
    <message>
        <source>&amp;L:</source>
        <translation>&amp;Поле L:</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>&amp;Такти</translation>
    </message>
    <message>
        <source>&amp;Measures per line…</source>
        <translation>Такти в &amp;рядку…</translation>
    </message>
    <message>
        <source>&amp;Renumber</source>
        <translation>Пере&amp;нумерувати</translation>
    </message>
    <message>
        <source>&amp;Renumber the tunes…</source>
        <translation>&amp;Перенумерувати мелодії…</translation>
    </message>
    <message>
        <source>&amp;Rewrite</source>
        <translation>&amp;Записати</translation>
    </message>
    <message>
        <source>&amp;Transpose…</source>
        <translation>&amp;Транспонувати…</translation>
    </message>
    <message>
        <source>An &amp;octave up</source>
        <translation>На &amp;октаву вгору</translation>
    </message>
    <message>
        <source>An o&amp;ctave down</source>
        <translation>На окта&amp;ву вниз</translation>
    </message>
    <message>
        <source>As in an index of titles</source>
        <translation>Як у покажчику назв</translation>
    </message>
    <message>
        <source>By their X: fields</source>
        <translation>За їхніми полями X:</translation>
    </message>
    <message>
        <source>Dou&amp;ble the note lengths</source>
        <translation>Тривалості вдвічі дов&amp;ші</translation>
    </message>
    <message>
        <source>Every length is written anew, so that the music stays the same.</source>
        <translation>Усі тривалості записуються заново, тож музика лишається тією самою.</translation>
    </message>
    <message>
        <source>Line ends for old b&amp;reaks (!)</source>
        <translation>&amp;Кінці рядків замість старих розривів (!)</translation>
    </message>
    <message>
        <source>Measures per line</source>
        <translation>Такти в рядку</translation>
    </message>
    <message>
        <source>Move the selected notes, or the whole tune, by an octave</source>
        <translation>Перенести вибрані ноти або всю мелодію на октаву</translation>
    </message>
    <message>
        <source>Move the tune to another key or by an interval</source>
        <translation>Перенести мелодію в іншу тональність або на інтервал</translation>
    </message>
    <message>
        <source>Move the whole tune and its key</source>
        <translation>Перенести всю мелодію та її тональність</translation>
    </message>
    <message>
        <source>Number the tunes of this text in order (X:)</source>
        <translation>Пронумерувати мелодії цього тексту за порядком (X:)</translation>
    </message>
    <message>
        <source>Pickups do not count. Each section begins a new line. Lyrics follow.</source>
        <translation>Затакти не рахуються. Кожна частина починає новий рядок. Слова йдуть за нотами.</translation>
    </message>
    <message>
        <source>Put blanks before them to make columns</source>
        <translation>Поставити перед ними пробіли, щоб вийшли стовпчики</translation>
    </message>
    <message>
        <source>Renumber the tunes</source>
        <translation>Перенумерувати мелодії</translation>
    </message>
    <message>
        <source>Replace ! and $ with line ends</source>
        <translation>Замінити ! і $ кінцями рядків</translation>
    </message>
    <message>
        <source>Set how many measures each line of music has</source>
        <translation>Задати, скільки тактів у кожному рядку музики</translation>
    </message>
    <message>
        <source>Sort the tunes by &amp;number</source>
        <translation>Упорядкувати мелодії за но&amp;мером</translation>
    </message>
    <message>
        <source>Sort the tunes by t&amp;itle</source>
        <translation>Упорядкувати мелодії за на&amp;звою</translation>
    </message>
    <message>
        <source>The tunes of this text get numbers one after the other.</source>
        <translation>Мелодії цього тексту дістануть номери одна за одною.</translation>
    </message>
    <message>
        <source>Transpose &amp;down a semitone</source>
        <translation>Транспонувати на півтон в&amp;низ</translation>
    </message>
    <message>
        <source>Transpose &amp;up a semitone</source>
        <translation>Транспонувати на півтон в&amp;гору</translation>
    </message>
    <message>
        <source>Unit note &amp;length…</source>
        <translation>&amp;Базова тривалість…</translation>
    </message>
    <message>
        <source>Unit note length</source>
        <translation>Базова тривалість</translation>
    </message>
    <message>
        <source>Write notes, meter and tempo half as long; it sounds the same</source>
        <translation>Записати ноти, розмір і темп удвічі коротше; звучить так само</translation>
    </message>
    <message>
        <source>Write notes, meter and tempo twice as long; it sounds the same</source>
        <translation>Записати ноти, розмір і темп удвічі довше; звучить так само</translation>
    </message>
    <message>
        <source>Write the same music under another L:</source>
        <translation>Записати ту саму музику з іншим полем L:</translation>
    </message>
</context>
<context>
    <name>TuneCommandsHere</name>
    <message numerus="yes">
        <source>%Ln tunes</source>
        <translation>
            <numerusform>%Ln мелодія</numerusform>
            <numerusform>%Ln мелодії</numerusform>
            <numerusform>%Ln мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a tune first.</source>
        <translation>Спершу виберіть мелодію.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
</context>
<context>
    <name>TuneDesk</name>
    <message>
        <source>No line of this text begins with X:.</source>
        <translation>Жоден рядок цього тексту не починається з X:.</translation>
    </message>
    <message>
        <source>The network is still writing this tune.</source>
        <translation>Мережа ще пише цю мелодію.</translation>
    </message>
    <message>
        <source>There is no tune yet.</source>
        <translation>Мелодії ще немає.</translation>
    </message>
    <message>
        <source>There was nothing to change.</source>
        <translation>Змінювати було нічого.</translation>
    </message>
    <message>
        <source>This text is still being changed.</source>
        <translation>Цей текст іще змінюється.</translation>
    </message>
</context>
<context>
    <name>TuneExport</name>
    <message numerus="yes">
        <source>%Ln tunes are written to {0}.</source>
        <translation>
            <numerusform>%Ln мелодію записано в {0}.</numerusform>
            <numerusform>%Ln мелодії записано в {0}.</numerusform>
            <numerusform>%Ln мелодій записано в {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tune is written to {0}.</source>
        <translation>1 мелодію записано в {0}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Export tunes</source>
        <translation>Експорт мелодій</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Такти</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>MusicXML, a file for each tune (*.musicxml)</source>
        <translation>MusicXML, файл на мелодію (*.musicxml)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Зберегти деінде…</translation>
    </message>
    <message>
        <source>Table of the tunes (*.csv)</source>
        <translation>Таблиця мелодій (*.csv)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Tunes as ABC (*.abc)</source>
        <translation>Мелодії в ABC (*.abc)</translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln MusicXML files…</source>
        <translation>
            <numerusform>Записується %Ln файл MusicXML…</numerusform>
            <numerusform>Записуються %Ln файли MusicXML…</numerusform>
            <numerusform>Записується %Ln файлів MusicXML…</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, selection</source>
        <translation>{0}, вибране</translation>
    </message>
</context>
<context>
    <name>TuneFilterBar</name>
    <message>
        <source>All keys</source>
        <translation>Усі тональності</translation>
    </message>
    <message>
        <source>All meters</source>
        <translation>Усі розміри</translation>
    </message>
    <message>
        <source>All rhythms</source>
        <translation>Усі жанри</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Search tunes</source>
        <translation>Пошук мелодій</translation>
    </message>
    <message>
        <source>Search: kesh, M:6/8, K:Dor, -reel</source>
        <translation>Пошук: kesh, M:6/8, K:Dor, -reel</translation>
    </message>
    <message>
        <source>Show all tunes</source>
        <translation>Показати всі мелодії</translation>
    </message>
    <message>
        <source>Shows all tunes again</source>
        <translation>Знову показати всі мелодії</translation>
    </message>
    <message>
        <source>Shows the tunes that have every word. M:6/8, K:Dor, R:reel, T:kesh, B:ryan and measures:&gt;32 look in one column; a minus in front leaves such tunes out</source>
        <translation>Показати мелодії, де є всі слова. M:6/8, K:Dor, R:reel, T:kesh, B:ryan і measures:&gt;32 шукають в одному стовпчику; мінус попереду відкидає такі мелодії</translation>
    </message>
    <message>
        <source>Shows tunes in one key</source>
        <translation>Показати мелодії однієї тональності</translation>
    </message>
    <message>
        <source>Shows tunes in one meter</source>
        <translation>Показати мелодії одного розміру</translation>
    </message>
    <message>
        <source>Shows tunes of one rhythm</source>
        <translation>Показати мелодії одного жанру</translation>
    </message>
</context>
<context>
    <name>TuneHandover</name>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
</context>
<context>
    <name>TunePlayback</name>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
</context>
<context>
    <name>TunePreview</name>
    <message numerus="yes">
        <source>%Ln measures</source>
        <translation>
            <numerusform>%Ln такт</numerusform>
            <numerusform>%Ln такти</numerusform>
            <numerusform>%Ln тактів</numerusform>
        </translation>
    </message>
    <message>
        <source>1 measure</source>
        <translation>1 такт</translation>
    </message>
    <message>
        <source>Choose a tune to see it.</source>
        <translation>Виберіть мелодію, щоб побачити її.</translation>
    </message>
    <message>
        <source>Drawing the score…</source>
        <translation>Ноти малюються…</translation>
    </message>
    <message>
        <source>Open in Composer</source>
        <translation>Редагувати</translation>
    </message>
    <message>
        <source>Opens a copy of the tune in the composer ({0})</source>
        <translation>Відкрити копію мелодії на сторінці «Композиція» ({0})</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Грати</translation>
    </message>
    <message>
        <source>Plays the tune</source>
        <translation>Зіграти мелодію</translation>
    </message>
    <message>
        <source>Relatives</source>
        <translation>Споріднені</translation>
    </message>
    <message>
        <source>Score of the tune</source>
        <translation>Ноти мелодії</translation>
    </message>
    <message>
        <source>Text of the tune</source>
        <translation>Текст мелодії</translation>
    </message>
    <message>
        <source>The tune as ABC; open it in the composer to change it</source>
        <translation>Мелодія в ABC; щоб змінити її, відкрийте в композиції</translation>
    </message>
    <message>
        <source>This is the beginning of the tune. Open it in the composer to see all of it.</source>
        <translation>Це початок мелодії. Щоб побачити її всю, відкрийте в композиції.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation>тональність {0}</translation>
    </message>
    <message>
        <source>meter {0}</source>
        <translation>розмір {0}</translation>
    </message>
</context>
<context>
    <name>TunePrinter</name>
    <message>
        <source>Nothing was printed: the printer or the file accepts no data. Check that it is there, or export the score as PDF.</source>
        <translation>Нічого не надруковано: принтер або файл не приймає даних. Перевірте, чи він на місці, або експортуйте ноти в PDF.</translation>
    </message>
    <message>
        <source>Print the score</source>
        <translation>Друк нот</translation>
    </message>
    <message>
        <source>{0} is printed.</source>
        <translation>{0}: надруковано.</translation>
    </message>
</context>
<context>
    <name>TuneRows</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Problems: {0}</source>
        <translation>Проблем: {0}</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
</context>
<context>
    <name>TuneTable</name>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
</context>
<context>
    <name>TuneTableModel</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Тональність</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Такти</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Не вказано</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>{0}, folded</source>
        <translation>{0}, згорнуто</translation>
    </message>
    <message>
        <source>{0}, unfolded</source>
        <translation>{0}, розгорнуто</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %Ln tunes</source>
        <translation>
            <numerusform>{0}: %Ln мелодія</numerusform>
            <numerusform>{0}: %Ln мелодії</numerusform>
            <numerusform>{0}: %Ln мелодій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneViews</name>
    <message>
        <source>Tunes</source>
        <translation>Мелодії</translation>
    </message>
    <message>
        <source>Views of the tunes</source>
        <translation>Подання мелодій</translation>
    </message>
</context>
<context>
    <name>TunebookCommands</name>
    <message>
        <source>&amp;Keep in the tunebook</source>
        <translation>&amp;Зберегти у збірці</translation>
    </message>
    <message>
        <source>&amp;New set</source>
        <translation>&amp;Новий сет</translation>
    </message>
    <message>
        <source>&amp;Open the set</source>
        <translation>&amp;Відкрити сет</translation>
    </message>
    <message>
        <source>&amp;Play the set</source>
        <translation>&amp;Грати сет</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Перейменувати</translation>
    </message>
    <message>
        <source>Begin a set of the tunes selected here or on Datasets, to be played and printed as one</source>
        <translation>Створити сет із мелодій, виділених тут або в наборах даних, щоб грати й друкувати їх разом</translation>
    </message>
    <message>
        <source>Change the name of the chosen set, or the title of the tune</source>
        <translation>Змінити назву вибраного сету або мелодії</translation>
    </message>
    <message>
        <source>Choose how many times the tune is played in its set; for a set, each of its tunes</source>
        <translation>Вибрати, скільки разів мелодія грається у своєму сеті; для сету: кожна його мелодія</translation>
    </message>
    <message>
        <source>Export the chosen set as ABC…</source>
        <translation>Експортувати вибраний сет в ABC…</translation>
    </message>
    <message>
        <source>Export the chosen set as MIDI or sound…</source>
        <translation>Експортувати вибраний сет: MIDI чи звук…</translation>
    </message>
    <message>
        <source>Export the chosen set as PDF…</source>
        <translation>Експортувати вибраний сет у PDF…</translation>
    </message>
    <message>
        <source>Keep the tune in your tunebook, in the set chosen there; on Datasets, the selected tunes</source>
        <translation>Зберегти мелодію у вашій збірці, у вибраному там сеті; у наборах даних: виділені мелодії</translation>
    </message>
    <message>
        <source>List the tunes that you keep, in their sets</source>
        <translation>Перелічити збережені мелодії в їхніх сетах</translation>
    </message>
    <message>
        <source>Move &amp;down in the tunebook</source>
        <translation>Пере&amp;сунути у збірці вниз</translation>
    </message>
    <message>
        <source>Move &amp;up in the tunebook</source>
        <translation>П&amp;ересунути у збірці вгору</translation>
    </message>
    <message>
        <source>Move the chosen tune down, into the set below too; or the whole set</source>
        <translation>Пересунути вибрану мелодію вниз, зокрема в сет під нею, або весь сет</translation>
    </message>
    <message>
        <source>Move the chosen tune up, into the set above too; or the whole set</source>
        <translation>Пересунути вибрану мелодію вгору, зокрема в сет над нею, або весь сет</translation>
    </message>
    <message>
        <source>No tune is kept yet.</source>
        <translation>Збережених мелодій ще немає.</translation>
    </message>
    <message>
        <source>Number all kept tunes from 1 in their order</source>
        <translation>Пронумерувати всі збережені мелодії від 1 за порядком</translation>
    </message>
    <message>
        <source>Open the chosen set, or a tune that is in none, as a text</source>
        <translation>Відкрити як текст вибраний сет або мелодію, що не в сеті</translation>
    </message>
    <message>
        <source>Play the tunes of the chosen set one after another</source>
        <translation>Зіграти мелодії вибраного сету одну за одною</translation>
    </message>
    <message>
        <source>Print the tunes of the set that is chosen in the tunebook together</source>
        <translation>Надрукувати разом мелодії сету, вибраного у збірці</translation>
    </message>
    <message>
        <source>Remove from the &amp;tunebook</source>
        <translation>П&amp;рибрати зі збірки</translation>
    </message>
    <message>
        <source>Remove the chosen tune, or dissolve the set; undo brings it back</source>
        <translation>Прибрати вибрану мелодію або розпустити сет; скасування зміни поверне</translation>
    </message>
    <message>
        <source>Renum&amp;ber the tunebook</source>
        <translation>Перен&amp;умерувати збірку</translation>
    </message>
    <message>
        <source>Times throu&amp;gh…</source>
        <translation>С&amp;кільки разів грати…</translation>
    </message>
    <message>
        <source>Tune&amp;book</source>
        <translation>&amp;Збірка</translation>
    </message>
    <message>
        <source>Write each tune of the set that is chosen in the tunebook</source>
        <translation>Записати кожну мелодію сету, вибраного у збірці</translation>
    </message>
    <message>
        <source>Write the tunes of the set that is chosen in the tunebook</source>
        <translation>Записати мелодії сету, вибраного у збірці</translation>
    </message>
</context>
<context>
    <name>TunebookPresenter</name>
    <message numerus="yes">
        <source>%Ln sets are dissolved.</source>
        <translation>
            <numerusform>%Ln сет розпущено.</numerusform>
            <numerusform>%Ln сети розпущено.</numerusform>
            <numerusform>%Ln сетів розпущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are a set in the tunebook.</source>
        <translation>
            <numerusform>%Ln мелодія тепер сет у збірці.</numerusform>
            <numerusform>%Ln мелодії тепер сет у збірці.</numerusform>
            <numerusform>%Ln мелодій тепер сет у збірці.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are kept in the tunebook.</source>
        <translation>
            <numerusform>%Ln мелодію збережено у збірці.</numerusform>
            <numerusform>%Ln мелодії збережено у збірці.</numerusform>
            <numerusform>%Ln мелодій збережено у збірці.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tunes are removed from the tunebook.</source>
        <translation>
            <numerusform>%Ln мелодію прибрано зі збірки.</numerusform>
            <numerusform>%Ln мелодії прибрано зі збірки.</numerusform>
            <numerusform>%Ln мелодій прибрано зі збірки.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a tune or a set in the tunebook.</source>
        <translation>Виберіть у збірці мелодію або сет.</translation>
    </message>
    <message>
        <source>Set {0}</source>
        <translation>Сет {0}</translation>
    </message>
    <message>
        <source>The set {0} is dissolved; its tunes stay.</source>
        <translation>Сет {0} розпущено; його мелодії лишаються.</translation>
    </message>
    <message>
        <source>The tune</source>
        <translation>Мелодія</translation>
    </message>
    <message>
        <source>The tunes are numbered from 1 in their order.</source>
        <translation>Мелодії пронумеровано від 1 за порядком.</translation>
    </message>
    <message>
        <source>The tunes are numbered in their order already.</source>
        <translation>Мелодії вже пронумеровано за порядком.</translation>
    </message>
    <message>
        <source>There is no tune in this set yet.</source>
        <translation>У цьому сеті ще немає мелодій.</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln tunes are in the tunebook already.</source>
        <translation>
            <numerusform>Ця %Ln мелодія вже є у збірці.</numerusform>
            <numerusform>Ці %Ln мелодії вже є у збірці.</numerusform>
            <numerusform>Ці %Ln мелодій уже є у збірці.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>{0} is brought up to date in the tunebook.</source>
        <translation>{0}: у збірці оновлено.</translation>
    </message>
    <message>
        <source>{0} is in the tunebook already.</source>
        <translation>{0}: вже є у збірці.</translation>
    </message>
    <message>
        <source>{0} is kept in the set {1}.</source>
        <translation>{0}: збережено в сеті {1}.</translation>
    </message>
    <message>
        <source>{0} is kept in the tunebook.</source>
        <translation>{0}: збережено у збірці.</translation>
    </message>
    <message>
        <source>{0} is removed from the tunebook.</source>
        <translation>{0}: прибрано зі збірки.</translation>
    </message>
</context>
<context>
    <name>TunebookRoom</name>
    <message>
        <source>The tunes that you keep, in sets</source>
        <translation>Збережені мелодії в сетах</translation>
    </message>
    <message>
        <source>Tunebook</source>
        <translation>Збірка</translation>
    </message>
</context>
<context>
    <name>TunesPanel</name>
    <message>
        <source>&amp;Go there</source>
        <translation>Перейти &amp;туди</translation>
    </message>
    <message>
        <source>Find a tune</source>
        <translation>Знайти мелодію</translation>
    </message>
    <message>
        <source>No tune of this text has these words.</source>
        <translation>Жодна мелодія цього тексту не має цих слів.</translation>
    </message>
    <message>
        <source>No tunes yet</source>
        <translation>Мелодій ще немає</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>Show all tunes</source>
        <translation>Показати всі мелодії</translation>
    </message>
    <message>
        <source>Show the tunes that have these words or this number</source>
        <translation>Показати мелодії з цими словами або цим номером</translation>
    </message>
    <message>
        <source>The tunes of a text are listed here.</source>
        <translation>Тут перелічено мелодії тексту.</translation>
    </message>
    <message>
        <source>Tunes of this text</source>
        <translation>Мелодії цього тексту</translation>
    </message>
    <message>
        <source>{0} goes to the tune; drag it to another place</source>
        <translation>{0} переходить до мелодії; її можна перетягнути на інше місце</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>&amp;Bring back “{0}”</source>
        <translation>Поверн&amp;ути «{0}»</translation>
    </message>
    <message>
        <source>No tune was marked, and no source was taken off the list or changed.</source>
        <translation>Жодної мелодії не позначено, жодного джерела не прибрано зі списку й не змінено.</translation>
    </message>
    <message>
        <source>Takes back the last mark of tunes, the last source that went off the list or the last change of what is combined; under Health, a fix</source>
        <translation>Скасувати останню позначку мелодій, прибирання джерела чи зміну об’єднаного; на вкладці «Стан»&#xa0;— виправлення</translation>
    </message>
    <message>
        <source>Und&amp;o marks or sources</source>
        <translation>Скас&amp;увати позначки чи зміни джерел</translation>
    </message>
    <message>
        <source>Und&amp;o: {0}</source>
        <translation>Скас&amp;увати: {0}</translation>
    </message>
    <message>
        <source>what “{0}” combines</source>
        <translation>об’єднане в «{0}»</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>A unit is one number that changes as it reads</source>
        <translation>Нейрон&#xa0;— це одне число, яке змінюється під час читання</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Найкращі</translation>
    </message>
    <message>
        <source>Finds the units that change as this does</source>
        <translation>Знайти нейрони, які змінюються так само</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Стежить за</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Шар</translation>
    </message>
    <message>
        <source>Layer {0}, unit {1}:  {2}</source>
        <translation>Шар {0}, нейрон {1}:  {2}</translation>
    </message>
    <message>
        <source>Nothing of it in this text</source>
        <translation>У цьому тексті такого немає</translation>
    </message>
    <message>
        <source>Text in quotes</source>
        <translation>Текст у лапках</translation>
    </message>
    <message>
        <source>The beat</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>The first layer reads the characters</source>
        <translation>Перший шар читає символи</translation>
    </message>
    <message>
        <source>The header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>The inside of a chord</source>
        <translation>Усередині акорду</translation>
    </message>
    <message>
        <source>The number is the correlation: 1 or −1 follows exactly, 0 not at all</source>
        <translation>Число&#xa0;— кореляція: 1 або −1&#xa0;— стежить точно, 0&#xa0;— зовсім ні</translation>
    </message>
    <message>
        <source>The place in the line</source>
        <translation>Місце в рядку</translation>
    </message>
    <message>
        <source>The place in the measure</source>
        <translation>Місце в такті</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Нейрон</translation>
    </message>
    <message>
        <source>Units that follow it best</source>
        <translation>Нейрони, які стежать за цим найкраще</translation>
    </message>
    <message>
        <source>What the units should follow</source>
        <translation>За чим мають стежити нейрони</translation>
    </message>
</context>
<context>
    <name>UnreadRuns</name>
    <message numerus="yes">
        <source>%Ln runs cannot be read</source>
        <translation>
            <numerusform>%Ln запуск не вдалося прочитати</numerusform>
            <numerusform>%Ln запуски не вдалося прочитати</numerusform>
            <numerusform>%Ln запусків не вдалося прочитати</numerusform>
        </translation>
    </message>
    <message>
        <source>1 run cannot be read</source>
        <translation>1 запуск не вдалося прочитати</translation>
    </message>
    <message>
        <source>The file run.json there is damaged, or another version of the program wrote it. It is left as it is. A click shows the folder.</source>
        <translation>Файл run.json там пошкоджено, або його записала інша версія програми. Його лишено як є. Клацання показує теку.</translation>
    </message>
</context>
<context>
    <name>UnrolledView</name>
    <message>
        <source>Parameters: {0}</source>
        <translation>Параметрів: {0}</translation>
    </message>
    <message>
        <source>Your network, unrolled</source>
        <translation>Ваша мережа, розгорнута в часі</translation>
    </message>
    <message>
        <source>the batch that goes in</source>
        <translation>батч, який входить</translation>
    </message>
    <message>
        <source>the state that is handed on</source>
        <translation>стан, який передається далі</translation>
    </message>
    <message>
        <source>what {0} gives</source>
        <translation>що дає {0}</translation>
    </message>
</context>
<context>
    <name>UntrainedPresenter</name>
    <message>
        <source>There is no text to read: the batch is empty.</source>
        <translation>Немає тексту для читання: батч порожній.</translation>
    </message>
</context>
<context>
    <name>UntrainedView</name>
    <message>
        <source>A network is made, and reads the batch…</source>
        <translation>Мережа створюється й читає батч…</translation>
    </message>
    <message>
        <source>Ask an untrained network</source>
        <translation>Запитати нетреновану мережу</translation>
    </message>
    <message>
        <source>Expected output</source>
        <translation>Очікуваний вихід</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>Найімовірніше</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <source>Loss: {0}. Who knows nothing has ln({1}) = {2}.</source>
        <translation>Втрати: {0}. Хто не знає нічого, має ln({1}) = {2}.</translation>
    </message>
    <message>
        <source>Makes a network with new random weights; takes some seconds</source>
        <translation>Створити мережу з новими випадковими вагами; це триває кілька секунд</translation>
    </message>
    <message>
        <source>No network was asked about this batch yet.</source>
        <translation>Жодної мережі про цей батч іще не питали.</translation>
    </message>
    <message>
        <source>Numbers returned, by example, step and character: {0}.</source>
        <translation>Повернуто чисел, за прикладом, кроком і символом: {0}.</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Вибрано</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <source>The lab&apos;s network with its first, random weights reads the batch. It gives every character a probability, and one is sampled by these. Always taking the likeliest would write the same few characters for ever.</source>
        <translation>Мережа з лабораторної з першими, випадковими вагами читає батч. Вона дає кожному символу ймовірність, і за ними один вибирається. Якби завжди брати найімовірніший, вона б вічно писала ті самі кілька символів.</translation>
    </message>
    <message>
        <source>Weights to learn: {0}.</source>
        <translation>Ваг, які треба навчити: {0}.</translation>
    </message>
    <message>
        <source>What the untrained network expects</source>
        <translation>Чого очікує нетренована мережа</translation>
    </message>
</context>
<context>
    <name>VariantRows</name>
    <message>
        <source>&amp;Another setting</source>
        <translation>&amp;Ще параметр</translation>
    </message>
    <message>
        <source>Every combination of the values</source>
        <translation>Кожне поєднання значень</translation>
    </message>
    <message>
        <source>How values make variants</source>
        <translation>Як зі значень утворюються варіанти</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>Setting to vary</source>
        <translation>Параметр, який змінювати</translation>
    </message>
    <message>
        <source>The first values together, the second ones together, …</source>
        <translation>Перші значення разом, другі разом, …</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>{0} to {1}, such as: {2}</source>
        <translation>від {0} до {1}, наприклад: {2}</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Hints</source>
        <translation>Підказки</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>Що каже перевірка</translation>
    </message>
</context>
<context>
    <name>WhereElse</name>
    <message>
        <source>Closest &amp;relatives</source>
        <translation>Н&amp;айближчі споріднені</translation>
    </message>
    <message>
        <source>Finds the tunes that have the selected notes, or those from the caret on</source>
        <translation>Знайти мелодії, у яких є виділені ноти або ноти від курсора далі</translation>
    </message>
    <message>
        <source>Finds the tunes that share most with this one, side by side with it</source>
        <translation>Знайти мелодії, які мають найбільше спільного з цією, поруч із нею</translation>
    </message>
    <message>
        <source>No note is selected, and none follows the caret.</source>
        <translation>Жодної ноти не виділено, і після курсора їх немає.</translation>
    </message>
    <message>
        <source>Where &amp;else?</source>
        <translation>&amp;Де ще?</translation>
    </message>
</context>
<context>
    <name>WholeNumberBox</name>
    <message>
        <source>Enter a whole number from {0} to {1}.</source>
        <translation>Введіть ціле число від {0} до {1}.</translation>
    </message>
</context>
<context>
    <name>WhyNonePanel</name>
    <message>
        <source>Change the filter above, or clear it to see all tunes.</source>
        <translation>Змініть фільтр угорі або очистьте його, щоб побачити всі мелодії.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистити фільтр</translation>
    </message>
    <message>
        <source>No tune has all of these.</source>
        <translation>Жодна мелодія не відповідає всім.</translation>
    </message>
    <message numerus="yes">
        <source>No tune of %Ln fits</source>
        <translation>
            <numerusform>Жодна мелодія з %Ln не підходить</numerusform>
            <numerusform>Жодна з %Ln мелодій не підходить</numerusform>
            <numerusform>Жодна з %Ln мелодій не підходить</numerusform>
        </translation>
    </message>
    <message>
        <source>The only tune does not fit</source>
        <translation>Єдина мелодія не підходить</translation>
    </message>
    <message>
        <source>Without {0} ({1})</source>
        <translation>Без {0} ({1})</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %Ln tunes</source>
        <translation>
            <numerusform>{0}: %Ln мелодія</numerusform>
            <numerusform>{0}: %Ln мелодії</numerusform>
            <numerusform>{0}: %Ln мелодій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>&amp;About ABC Studio</source>
        <translation>Пр&amp;о ABC Studio</translation>
    </message>
    <message>
        <source>&amp;Composer</source>
        <translation>&amp;Композиція</translation>
    </message>
    <message>
        <source>&amp;Datasets</source>
        <translation>Набори &amp;даних</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Перші кроки</translation>
    </message>
    <message>
        <source>&amp;Focus on the tune</source>
        <translation>Зосе&amp;редитися на мелодії</translation>
    </message>
    <message>
        <source>&amp;Help for this place</source>
        <translation>&amp;Довідка про це місце</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавіші</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>Н&amp;авчання</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>С&amp;вітлі кольори</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ийти</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Тренування</translation>
    </message>
    <message>
        <source>A new tune within a minute</source>
        <translation>Нова мелодія за хвилину</translation>
    </message>
    <message>
        <source>Browse and hear tunes</source>
        <translation>Переглядати й слухати мелодії</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Кольори &amp;системи</translation>
    </message>
    <message>
        <source>Compose, edit, hear, keep</source>
        <translation>Складати, редагувати, слухати, зберігати</translation>
    </message>
    <message>
        <source>D&amp;ark colours</source>
        <translation>&amp;Темні кольори</translation>
    </message>
    <message>
        <source>Every key of the studio</source>
        <translation>Усі клавіші студії</translation>
    </message>
    <message>
        <source>Explain what has the focus</source>
        <translation>Пояснити те, що у фокусі</translation>
    </message>
    <message>
        <source>Find a comm&amp;and…</source>
        <translation>Знайт&amp;и команду…</translation>
    </message>
    <message>
        <source>Find any command by a few letters of its name</source>
        <translation>Знайти будь-яку команду за кількома літерами назви</translation>
    </message>
    <message>
        <source>Language, colours, keys, sound and folders</source>
        <translation>Мова, кольори, клавіші, звук і теки</translation>
    </message>
    <message>
        <source>Learn how such a network is made</source>
        <translation>Дізнатися, як роблять таку мережу</translation>
    </message>
    <message>
        <source>Leave only the score and the text</source>
        <translation>Лишити тільки ноти й текст</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>На&amp;лаштування…</translation>
    </message>
    <message>
        <source>Quit the studio; it asks about unsaved text and a network that trains</source>
        <translation>Вийти зі студії; вона запитає про незбережений текст і мережу, що тренується</translation>
    </message>
    <message>
        <source>The theme of the whole window, light or dark</source>
        <translation>Тема всього вікна, світла або темна</translation>
    </message>
    <message>
        <source>Train a network on tunes</source>
        <translation>Тренувати мережу на мелодіях</translation>
    </message>
    <message>
        <source>Version, authors and licences</source>
        <translation>Версія, автори та ліцензії</translation>
    </message>
</context>
<context>
    <name>WindowHost</name>
    <message>
        <source>The language changes as soon as the work under way has ended.</source>
        <translation>Мова зміниться, щойно завершиться розпочата робота.</translation>
    </message>
</context>
<context>
    <name>WishControls</name>
    <message>
        <source> measures</source>
        <translation> такт.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Довільно</translation>
    </message>
    <message>
        <source>End on the tonic</source>
        <translation>Кінець на тоніці</translation>
    </message>
    <message>
        <source>Every note can be played on this instrument, or sung</source>
        <translation>Кожну ноту можна зіграти на цьому інструменті або заспівати</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>How many measures each part of the form has</source>
        <translation>Скільки тактів у кожній частині форми</translation>
    </message>
    <message>
        <source>Key and meter to the end</source>
        <translation>Тональність і розмір до кінця</translation>
    </message>
    <message>
        <source>Measures of a part</source>
        <translation>Такти в частині</translation>
    </message>
    <message>
        <source>No accidentals</source>
        <translation>Без знаків альтерації</translation>
    </message>
    <message>
        <source>No four measures in a row are those of a tune in the box, in any key</source>
        <translation>Чотири такти поспіль ніколи не збігаються з мелодією з комплекту, у жодній тональності</translation>
    </message>
    <message>
        <source>No sharp, flat or natural stands in the music</source>
        <translation>У музиці немає дієзів, бемолів і бекарів</translation>
    </message>
    <message>
        <source>Nothing from a known tune</source>
        <translation>Нічого з відомих мелодій</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Затакт</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Діапазон</translation>
    </message>
    <message>
        <source>The key and the meter that the seed says do not change in the music</source>
        <translation>Тональність і розмір, указані в початку, у музиці не змінюються</translation>
    </message>
    <message>
        <source>The last note of each tune is the tonic of its key</source>
        <translation>Остання нота кожної мелодії&#xa0;— тоніка її тональності</translation>
    </message>
    <message>
        <source>The parts of each tune; one written twice is repeated</source>
        <translation>Частини кожної мелодії; записана двічі повторюється</translation>
    </message>
    <message>
        <source>Whether each tune begins before its first full measure</source>
        <translation>Чи починається кожна мелодія раніше за перший повний такт</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>від {0} до {1}</translation>
    </message>
</context>
<context>
    <name>WishWords</name>
    <message>
        <source>Fiddle, first position</source>
        <translation>Скрипка, перша позиція</translation>
    </message>
    <message>
        <source>Flute in D</source>
        <translation>Флейта в ре</translation>
    </message>
    <message>
        <source>Highland pipes</source>
        <translation>Шотландська волинка</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Whistle in D</source>
        <translation>Вістл у ре</translation>
    </message>
    <message>
        <source>With a pickup</source>
        <translation>Із затактом</translation>
    </message>
    <message>
        <source>Without a pickup</source>
        <translation>Без затакту</translation>
    </message>
    <message>
        <source>end on the tonic</source>
        <translation>кінець на тоніці</translation>
    </message>
    <message>
        <source>no accidentals</source>
        <translation>без знаків альтерації</translation>
    </message>
    <message>
        <source>nothing from a known tune</source>
        <translation>нічого з відомих мелодій</translation>
    </message>
    <message>
        <source>rhythm of a given tune</source>
        <translation>ритм заданої мелодії</translation>
    </message>
    <message>
        <source>{0}, measures of a part: {1}</source>
        <translation>{0}, тактів у частині: {1}</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Check</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Підказка</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Почати заново</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
</context>
<context>
    <name>WritingCommands</name>
    <message>
        <source>&amp;Explain the ABC at the caret</source>
        <translation>П&amp;ояснювати ABC біля курсора</translation>
    </message>
    <message>
        <source>&amp;Insert…</source>
        <translation>&amp;Вставити…</translation>
    </message>
    <message>
        <source>&amp;Keep the selection as a snippet…</source>
        <translation>&amp;Зберегти виділене як заготовку…</translation>
    </message>
    <message>
        <source>A line under the text says what stands at the caret</source>
        <translation>Показувати під текстом рядок про те, що стоїть біля курсора</translation>
    </message>
    <message>
        <source>Close brackets while t&amp;yping</source>
        <translation>З&amp;акривати дужки під час введення</translation>
    </message>
    <message>
        <source>Find words, notes or expressions and replace them</source>
        <translation>Знайти слова, ноти чи вирази й замінити їх</translation>
    </message>
    <message>
        <source>Fold or unfold how it was composed</source>
        <translation>Згорнути чи розгорнути, як складено</translation>
    </message>
    <message>
        <source>From a bracket, quote, repeat or ending to the one that belongs to it</source>
        <translation>Від дужки, лапок, репризи чи вольти до парної їм</translation>
    </message>
    <message>
        <source>Give the selected text a name, so that it can be inserted again</source>
        <translation>Дати виділеному тексту назву, щоб вставляти його знову</translation>
    </message>
    <message>
        <source>Go to the matching &amp;bracket</source>
        <translation>Перейти до парної &amp;дужки</translation>
    </message>
    <message>
        <source>Insert a repeat, a triplet, a new tune or one of your own snippets</source>
        <translation>Вставити репризу, тріоль, нову мелодію або вашу заготовку</translation>
    </message>
    <message>
        <source>List what can be written at the caret</source>
        <translation>Перелічити, що можна написати біля курсора</translation>
    </message>
    <message>
        <source>Make the selected lines remarks (%), or music again</source>
        <translation>Зробити виділені рядки примітками (%) або знову музикою</translation>
    </message>
    <message>
        <source>No bracket, quote or repeat at the caret has a partner.</source>
        <translation>Дужка, лапки чи реприза біля курсора не має пари.</translation>
    </message>
    <message>
        <source>Nothing is known that could be chosen here.</source>
        <translation>Тут невідомо, що можна вибрати.</translation>
    </message>
    <message>
        <source>Re&amp;mark on or off</source>
        <translation>Зробити &amp;приміткою або музикою</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>Замі&amp;нити…</translation>
    </message>
    <message>
        <source>Show or hide the lines that name the model, the seed and the settings of a take</source>
        <translation>Показати або сховати рядки, де названо модель, початок і параметри спроби</translation>
    </message>
    <message>
        <source>What can stand &amp;here</source>
        <translation>&amp;Що тут можна написати</translation>
    </message>
    <message>
        <source>Write ] ) } and the second &quot; together with the first</source>
        <translation>Писати ] ) } і другу &quot; разом із першою</translation>
    </message>
</context>
<context>
    <name>WrittenPanel</name>
    <message>
        <source>&amp;Characters</source>
        <translation>&amp;Символи</translation>
    </message>
    <message>
        <source>&amp;Write with my generate_text</source>
        <translation>П&amp;исати моєю generate_text</translation>
    </message>
    <message>
        <source>Here stands what your network writes, while it is trained and afterwards.</source>
        <translation>Тут буде те, що пише ваша мережа,&#xa0;— під час тренування й потім.</translation>
    </message>
    <message>
        <source>How many characters follow, your generation_length</source>
        <translation>Скільки символів написати: ваш generation_length</translation>
    </message>
    <message>
        <source>Open in the Composer</source>
        <translation>Відкрити в композиції</translation>
    </message>
    <message>
        <source>Shows the score of the text; there it can be played</source>
        <translation>Показати ноти цього тексту; там їх можна зіграти</translation>
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation>П&amp;очаток</translation>
    </message>
    <message>
        <source>What the text begins with, your start_string</source>
        <translation>З чого починається текст: ваш start_string</translation>
    </message>
    <message>
        <source>What your network writes</source>
        <translation>Що пише ваша мережа</translation>
    </message>
    <message>
        <source>Your generate_text writes with the network that your code has trained</source>
        <translation>Ваша generate_text пише мережею, яку натренував ваш код</translation>
    </message>
</context>
<context>
    <name>ZipfPlot</name>
    <message>
        <source>How often each measure is used, by its rank</source>
        <translation>Як часто вживається кожен такт, за рангом</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The studio made a mistake of its own while it started. Your files are as they were.</source>
        <translation>Під час запуску в студії сталася власна помилка. Ваші файли лишилися, як були.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>%%{name} would open a file or run a program and is never followed.</source>
        <comment>notation.directive-refused</comment>
        <translation>Директива&#xa0;%%{name} відкрила б файл або запустила програму, тому ніколи не виконується.</translation>
    </message>
    <message>
        <source>A</source>
        <comment>explain.step.A</comment>
        <translation>ля</translation>
    </message>
    <message>
        <source>A</source>
        <comment>reading.step-A</comment>
        <translation>ля</translation>
    </message>
    <message>
        <source>A U: field gives one letter a meaning, as in U: T = !trill!.</source>
        <comment>notation.bad-user-symbol</comment>
        <translation>Поле U: надає значення одній літері, наприклад U: T = !trill!.</translation>
    </message>
    <message numerus="yes">
        <source>A WAV file holds {limit} minutes at most. Choose FLAC or Ogg Vorbis.</source>
        <comment>sound.too_long_for_wav</comment>
        <translation>
            <numerusform>Файл WAV вміщує щонайбільше {limit} хвилину. Виберіть FLAC або Ogg Vorbis.</numerusform>
            <numerusform>Файл WAV вміщує щонайбільше {limit} хвилини. Виберіть FLAC або Ogg Vorbis.</numerusform>
            <numerusform>Файл WAV вміщує щонайбільше {limit} хвилин. Виберіть FLAC або Ogg Vorbis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A bar line can repeat {limit} times at most.</source>
        <comment>notation.limit-repeats</comment>
        <translation>
            <numerusform>Одна тактова риска може повторювати щонайбільше {limit} раз.</numerusform>
            <numerusform>Одна тактова риска може повторювати щонайбільше {limit} рази.</numerusform>
            <numerusform>Одна тактова риска може повторювати щонайбільше {limit} разів.</numerusform>
        </translation>
    </message>
    <message>
        <source>A bar line that is not shown.</source>
        <comment>explain.bar-invisible</comment>
        <translation>Тактова риска, якої не видно.</translation>
    </message>
    <message>
        <source>A bar line: accidentals hold up to here.</source>
        <comment>explain.bar</comment>
        <translation>Тактова риска: знаки альтерації діють до неї.</translation>
    </message>
    <message numerus="yes">
        <source>A batch of {batch} pieces does not divide among {ranks} processes. Choose a batch size that does.</source>
        <comment>training.ranks</comment>
        <translation>
            <numerusform>Батч з {batch} фрагмента не ділиться порівну між процесами, яких {ranks}. Виберіть розмір батчу, що ділиться.</numerusform>
            <numerusform>Батч з {batch} фрагментів не ділиться порівну між процесами, яких {ranks}. Виберіть розмір батчу, що ділиться.</numerusform>
            <numerusform>Батч з {batch} фрагментів не ділиться порівну між процесами, яких {ranks}. Виберіть розмір батчу, що ділиться.</numerusform>
        </translation>
    </message>
    <message>
        <source>A blank stands before {letter}: here. Other programs find no field in this line.</source>
        <comment>notation.field-indented</comment>
        <translation>Перед {letter}: тут стоїть пробіл. Інші програми не побачать у цьому рядку поля.</translation>
    </message>
    <message>
        <source>A blank that means nothing here.</source>
        <comment>explain.space-plain</comment>
        <translation>Пробіл, який тут нічого не означає.</translation>
    </message>
    <message>
        <source>A book is written as PDF only. Choose pdf instead of {format}.</source>
        <comment>export.book_is_pdf</comment>
        <translation>Збірку для друку записують лише в PDF. Виберіть pdf замість {format}.</translation>
    </message>
    <message>
        <source>A breath is taken from the end of the note before it.</source>
        <comment>interpretation.breaths.help</comment>
        <translation>Цезура забирає час від кінця попередньої ноти.</translation>
    </message>
    <message>
        <source>A broken rhythm (&gt; or &lt;) stands between two notes that follow each other; this one changes nothing.</source>
        <comment>notation.broken-rhythm-alone</comment>
        <translation>Пунктирний ритм (&gt; або &lt;) стоїть між двома нотами поспіль; цей нічого не змінює.</translation>
    </message>
    <message>
        <source>A byte stands here that means nothing in the encoding of the file.</source>
        <comment>health.says.unreadable-byte</comment>
        <translation>Тут стоїть байт, який у кодуванні файлу нічого не означає.</translation>
    </message>
    <message>
        <source>A centred line of text in the score.</source>
        <comment>explain.directive.center</comment>
        <translation>Рядок тексту посередині в нотах.</translation>
    </message>
    <message>
        <source>A character stands here that is no sign of ABC: {name} ({code}).</source>
        <comment>health.says.odd-character</comment>
        <translation>Тут стоїть символ, який не є знаком ABC: {name} ({code}).</translation>
    </message>
    <message>
        <source>A chord before these measures is tied to them. Choose its measure too.</source>
        <comment>rewriting.tied_chord</comment>
        <translation>Акорд перед цими тактами залігований із ними. Виберіть і його такт.</translation>
    </message>
    <message numerus="yes">
        <source>A chord can have {limit} notes at most.</source>
        <comment>notation.limit-chord</comment>
        <translation>
            <numerusform>В акорді може бути щонайбільше {limit} нота.</numerusform>
            <numerusform>В акорді може бути щонайбільше {limit} ноти.</numerusform>
            <numerusform>В акорді може бути щонайбільше {limit} нот.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A chord of {count} notes that begin together: {notes}. It takes the time of its first note, {length}.</source>
        <comment>explain.chord-lengths</comment>
        <translation>
            <numerusform>Акорд, у якому разом починається {count} нота: {notes}. Він займає час першої ноти: {length}.</numerusform>
            <numerusform>Акорд, у якому разом починаються {count} ноти: {notes}. Він займає час першої ноти: {length}.</numerusform>
            <numerusform>Акорд, у якому разом починаються {count} нот: {notes}. Він займає час першої ноти: {length}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A chord of {count} notes that sound together: {notes}; {length}.</source>
        <comment>explain.chord</comment>
        <translation>
            <numerusform>Акорд, у якому разом звучить {count} нота: {notes}; {length}.</numerusform>
            <numerusform>Акорд, у якому разом звучать {count} ноти: {notes}; {length}.</numerusform>
            <numerusform>Акорд, у якому разом звучать {count} нот: {notes}; {length}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A chord stands between [ and ]: its notes sound together.</source>
        <comment>explain.chord-unread</comment>
        <translation>Акорд стоїть між [ і ]: його ноти звучать разом.</translation>
    </message>
    <message>
        <source>A chord with a single note: {notes}; {length}.</source>
        <comment>explain.chord-one</comment>
        <translation>Акорд з однієї ноти: {notes}; {length}.</translation>
    </message>
    <message>
        <source>A command for players of MIDI that changes nothing here.</source>
        <comment>explain.midi-unfollowed</comment>
        <translation>Команда для програвачів MIDI, що тут нічого не змінює.</translation>
    </message>
    <message>
        <source>A correction that is longer than this is shortened to it; 0 sets no limit.</source>
        <comment>hyperparameter.gradient_clip.help</comment>
        <translation>Довший за неї градієнт скорочується до неї; 0&#xa0;— без межі.</translation>
    </message>
    <message>
        <source>A decoration that is not known: it is neither shown nor played.</source>
        <comment>explain.decoration-unknown</comment>
        <translation>Невідомий виконавський знак: він не показується й не звучить.</translation>
    </message>
    <message>
        <source>A dotted bar line, a help for reading.</source>
        <comment>explain.bar-dotted</comment>
        <translation>Пунктирна тактова риска, допомога для читання.</translation>
    </message>
    <message>
        <source>A double bar line: a section ends.</source>
        <comment>explain.bar-double</comment>
        <translation>Подвійна тактова риска: кінець частини.</translation>
    </message>
    <message>
        <source>A double grace, as in pipe music.</source>
        <comment>explain.decoration.doubleshort</comment>
        <translation>Подвійний форшлаг, як у музиці для волинки.</translation>
    </message>
    <message>
        <source>A field, a comment or the end of a line stands inside this measure, so it stays in its place.</source>
        <comment>edit.measure_holds_field</comment>
        <translation>Усередині цього такту стоїть поле, примітка або кінець рядка, тож він лишається на місці.</translation>
    </message>
    <message>
        <source>A glissando begins.</source>
        <comment>explain.decoration.glisss</comment>
        <translation>Початок глісандо.</translation>
    </message>
    <message>
        <source>A grace note: one quick note before the next one. It takes no time of its own in the measure.</source>
        <comment>explain.grace-one</comment>
        <translation>Форшлаг: одна швидка нота перед наступною. Власного часу в такті не займає.</translation>
    </message>
    <message>
        <source>A key that ABC does not have was left out: measure {measures}.</source>
        <comment>musicxml.left_key</comment>
        <translation>Тональність, якої в ABC немає, пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>A key that alters {notes}.</source>
        <comment>explain.key-only</comment>
        <translation>Тональність, що змінює {notes}.</translation>
    </message>
    <message>
        <source>A known tune has its title: {tune}.</source>
        <comment>newness.title</comment>
        <translation>Таку саму назву має відома мелодія: {tune}.</translation>
    </message>
    <message>
        <source>A known tune has nearly its title: {tune}.</source>
        <comment>newness.similar_title</comment>
        <translation>Майже таку саму назву має відома мелодія: {tune}.</translation>
    </message>
    <message>
        <source>A later part takes up nothing of the parts before it.</source>
        <comment>jury.structure.beats.low</comment>
        <translation>Пізніша частина нічого не підхоплює з попередніх.</translation>
    </message>
    <message>
        <source>A later part takes up nothing of the parts before it.</source>
        <comment>jury.structure.steps.low</comment>
        <translation>Пізніша частина нічого не підхоплює з попередніх.</translation>
    </message>
    <message numerus="yes">
        <source>A line of music can have {limit} lines of lyrics or symbols at most; the rest is not read.</source>
        <comment>notation.limit-verses</comment>
        <translation>
            <numerusform>Під рядком музики може бути щонайбільше {limit} рядок слів чи знаків; решту не прочитано.</numerusform>
            <numerusform>Під рядком музики може бути щонайбільше {limit} рядки слів чи знаків; решту не прочитано.</numerusform>
            <numerusform>Під рядком музики може бути щонайбільше {limit} рядків слів чи знаків; решту не прочитано.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line of text in the score.</source>
        <comment>explain.directive.text</comment>
        <translation>Рядок тексту в нотах.</translation>
    </message>
    <message>
        <source>A long phrase ends.</source>
        <comment>explain.decoration.longphrase</comment>
        <translation>Кінець довгої фрази.</translation>
    </message>
    <message>
        <source>A long trill begins.</source>
        <comment>explain.decoration.trill(</comment>
        <translation>Початок довгої трелі.</translation>
    </message>
    <message>
        <source>A macro (m:) is used under several L: fields, so its notes cannot be rewritten. Nothing was changed.</source>
        <comment>edit.macro_between_units</comment>
        <translation>Макрос (m:) використано під різними полями L:, тож його ноти не можна переписати. Нічого не змінено.</translation>
    </message>
    <message>
        <source>A macro says what a sign stands for, as in m: ~n2 = n{{m}}n.</source>
        <comment>notation.bad-macro</comment>
        <translation>Макрос каже, що означає знак, наприклад m: ~n2 = n{{m}}n.</translation>
    </message>
    <message>
        <source>A macro: where {sign} stands in the music, {music} is played.</source>
        <comment>explain.macro</comment>
        <translation>Макрос: де в музиці стоїть {sign}, звучить {music}.</translation>
    </message>
    <message>
        <source>A mark for an ornament of one&apos;s own choice.</source>
        <comment>explain.decoration.gmark</comment>
        <translation>Позначка для мелізму на власний вибір.</translation>
    </message>
    <message numerus="yes">
        <source>A measure can have {limit} overlays (&amp;) at most.</source>
        <comment>notation.limit-overlays</comment>
        <translation>
            <numerusform>У такті може бути щонайбільше {limit} додатковий голос (&amp;).</numerusform>
            <numerusform>У такті може бути щонайбільше {limit} додаткові голоси (&amp;).</numerusform>
            <numerusform>У такті може бути щонайбільше {limit} додаткових голосів (&amp;).</numerusform>
        </translation>
    </message>
    <message>
        <source>A measure goes too far up and down.</source>
        <comment>jury.range.within.high</comment>
        <translation>Один такт іде надто далеко вгору й униз.</translation>
    </message>
    <message>
        <source>A measure lies far from all others.</source>
        <comment>jury.range.away.high</comment>
        <translation>Один такт лежить далеко від усіх інших.</translation>
    </message>
    <message>
        <source>A measure lies far from the one before it.</source>
        <comment>jury.range.measure.high</comment>
        <translation>Один такт лежить далеко від попереднього.</translation>
    </message>
    <message numerus="yes">
        <source>A measure of this tune holds more than can be drawn: {count:,} signs, where {limit:,} can be. Divide it by bar lines. The text is unchanged.</source>
        <comment>engraving.long_measure</comment>
        <translation>
            <numerusform>В одному такті цієї мелодії {count:,} знак, а набрати можна щонайбільше {limit:,}. Поділіть його тактовими рисками. Текст не змінено.</numerusform>
            <numerusform>В одному такті цієї мелодії {count:,} знаки, а набрати можна щонайбільше {limit:,}. Поділіть його тактовими рисками. Текст не змінено.</numerusform>
            <numerusform>В одному такті цієї мелодії {count:,} знаків, а набрати можна щонайбільше {limit:,}. Поділіть його тактовими рисками. Текст не змінено.</numerusform>
        </translation>
    </message>
    <message>
        <source>A meter that ABC does not have was left out or put on one unit: measure {measures}.</source>
        <comment>musicxml.left_meter</comment>
        <translation>Розмір, якого в ABC немає, пропущено або зведено до одного знаменника: такт {measures}.</translation>
    </message>
    <message>
        <source>A note can have two sharps or two flats and no more.</source>
        <comment>edit.too_many_accidentals</comment>
        <translation>Нота може мати щонайбільше два дієзи або два бемолі.</translation>
    </message>
    <message numerus="yes">
        <source>A note can have {limit} decorations, chord symbols or annotations at most.</source>
        <comment>notation.limit-marks</comment>
        <translation>
            <numerusform>У ноти може бути щонайбільше {limit} виконавський знак, позначення акорду чи текст.</numerusform>
            <numerusform>У ноти може бути щонайбільше {limit} виконавські знаки, позначення акордів чи тексти.</numerusform>
            <numerusform>У ноти може бути щонайбільше {limit} виконавських знаків, позначень акордів чи текстів.</numerusform>
        </translation>
    </message>
    <message>
        <source>A note cannot have this length. Choose a longer or a shorter one.</source>
        <comment>edit.bad_length</comment>
        <translation>Нота не може мати такої тривалості. Виберіть довшу або коротшу.</translation>
    </message>
    <message>
        <source>A note ends a moment before the same one is played again.</source>
        <comment>interpretation.repeated_notes.help</comment>
        <translation>Нота закінчується на мить раніше, ніж та сама нота звучить знову.</translation>
    </message>
    <message>
        <source>A note that is not read here.</source>
        <comment>explain.note-unread</comment>
        <translation>Нота, яку тут не прочитано.</translation>
    </message>
    <message>
        <source>A note with a dot sounds half as long, one with a wedge a quarter.</source>
        <comment>interpretation.staccato.help</comment>
        <translation>Нота з крапкою звучить удвічі коротше, з клином&#xa0;— учетверо.</translation>
    </message>
    <message>
        <source>A note with an accent is louder.</source>
        <comment>interpretation.accents.help</comment>
        <translation>Нота з акцентом гучніша.</translation>
    </message>
    <message>
        <source>A note with tremolo strokes is repeated.</source>
        <comment>interpretation.tremolos.help</comment>
        <translation>Нота з рисками тремоло повторюється.</translation>
    </message>
    <message>
        <source>A note would leave the range that can be written. Move by less, or choose fewer notes.</source>
        <comment>edit.out_of_range</comment>
        <translation>Нота вийшла б за межі того, що можна записати. Перемістіть на менше або виберіть менше нот.</translation>
    </message>
    <message>
        <source>A part begins; the letter is its name.</source>
        <comment>explain.field.P.body</comment>
        <translation>Початок частини; літера&#xa0;— її назва.</translation>
    </message>
    <message>
        <source>A part closes in another rhythm than the parts before it.</source>
        <comment>jury.structure.patterns_closing.low</comment>
        <translation>Одна частина завершується в іншому ритмі, ніж попередні.</translation>
    </message>
    <message>
        <source>A part closes unlike the parts before it.</source>
        <comment>jury.structure.beats_closing.low</comment>
        <translation>Одна частина завершується не так, як попередні.</translation>
    </message>
    <message>
        <source>A part closes unlike the parts before it.</source>
        <comment>jury.structure.steps_closing.low</comment>
        <translation>Одна частина завершується не так, як попередні.</translation>
    </message>
    <message>
        <source>A part ends as real tunes seldom do.</source>
        <comment>jury.melody.worst_end.high</comment>
        <translation>Одна частина закінчується так, як справжні мелодії закінчуються рідко.</translation>
    </message>
    <message>
        <source>A part goes much higher or less high than the first.</source>
        <comment>jury.structure.tops.high</comment>
        <translation>Одна частина йде значно вище або не так високо, як перша.</translation>
    </message>
    <message>
        <source>A part goes much lower or less low than the first.</source>
        <comment>jury.structure.lows.high</comment>
        <translation>Одна частина йде значно нижче або не так низько, як перша.</translation>
    </message>
    <message>
        <source>A phrase ends.</source>
        <comment>explain.decoration.mediumphrase</comment>
        <translation>Кінець фрази.</translation>
    </message>
    <message>
        <source>A quotation mark opens here and is never closed: a second &quot; is missing.</source>
        <comment>explain.unclosed-quote</comment>
        <translation>Тут відкрито лапки, яких не закрито: бракує другої &quot;.</translation>
    </message>
    <message>
        <source>A remark for readers; programs pass over it.</source>
        <comment>explain.comment</comment>
        <translation>Примітка для читачів; програми її пропускають.</translation>
    </message>
    <message>
        <source>A repeat begins here; it reaches to :|</source>
        <comment>explain.repeat-begins</comment>
        <translation>Тут починається реприза; вона триває до :|</translation>
    </message>
    <message>
        <source>A repeat ends here that was never opened with |: and goes back to {place}.</source>
        <comment>notation.repeat-assumed</comment>
        <translation>Тут закінчується реприза, яка не починалася з |:. Вона повертається на таке місце: {place}.</translation>
    </message>
    <message>
        <source>A repeat opens here that is never closed: write :| where it ends, or || here if nothing is repeated.</source>
        <comment>notation.repeat-not-closed</comment>
        <translation>Тут починається реприза, яку не закрито: поставте :| у її кінці або || тут, якщо нічого не повторюється.</translation>
    </message>
    <message>
        <source>A repeat or an ending begins among these measures. Choose fewer of them.</source>
        <comment>edit.repeat_inside</comment>
        <translation>Серед цих тактів починається реприза або вольта. Виберіть менше тактів.</translation>
    </message>
    <message>
        <source>A repeat or an ending would be empty without this measure, so it stays in its place.</source>
        <comment>edit.measure_alone</comment>
        <translation>Без цього такту реприза або вольта лишиться порожньою, тож він лишається на місці.</translation>
    </message>
    <message>
        <source>A report can be written as {known}, and {path} ends otherwise.</source>
        <comment>report.unknown_format</comment>
        <translation>Звіт можна записати як {known}, а файл «{path}» закінчується інакше.</translation>
    </message>
    <message numerus="yes">
        <source>A rest can last {limit} measures at most.</source>
        <comment>notation.limit-rest</comment>
        <translation>
            <numerusform>Пауза може тривати щонайбільше {limit} такт.</numerusform>
            <numerusform>Пауза може тривати щонайбільше {limit} такти.</numerusform>
            <numerusform>Пауза може тривати щонайбільше {limit} тактів.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rest of one whole measure.</source>
        <comment>explain.measure-rest</comment>
        <translation>Пауза на один цілий такт.</translation>
    </message>
    <message>
        <source>A rest of several measures (Z) stands among these measures. Write it out measure by measure first.</source>
        <comment>rewriting.rest_of_measures</comment>
        <translation>Серед цих тактів є пауза на кілька тактів (Z). Спершу випишіть її потактово.</translation>
    </message>
    <message>
        <source>A rest of several measures (Z) stands in this tune. Write it out measure by measure first.</source>
        <comment>edit.rest_of_measures</comment>
        <translation>У цій мелодії є пауза на кілька тактів (Z). Спершу випишіть її потактово.</translation>
    </message>
    <message numerus="yes">
        <source>A rest of {count} whole measures.</source>
        <comment>explain.measure-rests</comment>
        <translation>
            <numerusform>Пауза на {count} цілий такт.</numerusform>
            <numerusform>Пауза на {count} цілі такти.</numerusform>
            <numerusform>Пауза на {count} цілих тактів.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rest that is not shown; it lasts as long as {length}.</source>
        <comment>explain.rest-invisible</comment>
        <translation>Пауза, якої не видно, тривалість: {length}.</translation>
    </message>
    <message>
        <source>A rest that lasts as long as {length}.</source>
        <comment>explain.rest</comment>
        <translation>Пауза, тривалість: {length}.</translation>
    </message>
    <message>
        <source>A roll (~) is the note, a cut to it and a tap to it.</source>
        <comment>interpretation.rolls.help</comment>
        <translation>Рол (~)&#xa0;— це нота, кат до неї і теп до неї.</translation>
    </message>
    <message>
        <source>A run goes on with the tunes and the network that it began with. Leave out --corpus, --validation and --from, or begin a new run.</source>
        <comment>training.own_tunes</comment>
        <translation>Запуск триває з тими мелодіями й тією мережею, з якими почався. Приберіть --corpus, --validation і --from або почніть новий запуск.</translation>
    </message>
    <message>
        <source>A score cannot be written without the folder of its typeface.</source>
        <comment>export.no_fonts</comment>
        <translation>Записати ноти без теки з нотним шрифтом не можна.</translation>
    </message>
    <message>
        <source>A second tune begins here; only the first one is read. Leave an empty line between tunes.</source>
        <comment>notation.another-tune</comment>
        <translation>Тут починається друга мелодія, а читається лише перша. Залишайте між мелодіями порожній рядок.</translation>
    </message>
    <message>
        <source>A second tune without an empty line before it</source>
        <comment>health.another-tune</comment>
        <translation>Друга мелодія без порожнього рядка перед нею</translation>
    </message>
    <message>
        <source>A setting for programs, {name}.</source>
        <comment>explain.directive</comment>
        <translation>Налаштування для програм, {name}.</translation>
    </message>
    <message>
        <source>A short phrase ends.</source>
        <comment>explain.decoration.shortphrase</comment>
        <translation>Кінець короткої фрази.</translation>
    </message>
    <message>
        <source>A sign such as &gt; beside it has changed its length.</source>
        <comment>explain.length-broken</comment>
        <translation>Знак поруч, як-от &gt;, змінив її тривалість.</translation>
    </message>
    <message>
        <source>A sign that a macro (m:) puts music in the place of; it begins with {pitch}, {length}.</source>
        <comment>explain.macro-note</comment>
        <translation>Знак, замість якого макрос (m:) ставить музику; вона починається так: {pitch}, {length}.</translation>
    </message>
    <message>
        <source>A slide begins a semitone below its note.</source>
        <comment>interpretation.slides.help</comment>
        <translation>Під’їзд починається на півтон нижче від ноти.</translation>
    </message>
    <message>
        <source>A slur begins: the notes up to ) are played in one bow or breath.</source>
        <comment>explain.slur-starts</comment>
        <translation>Початок фразувальної ліги: ноти до ) грають одним смичком або на одному диханні.</translation>
    </message>
    <message>
        <source>A slur closes here that was never opened: write ( where it begins.</source>
        <comment>notation.slur-not-opened</comment>
        <translation>Тут закінчується ліга, яка не починалася: поставте ( на її початку.</translation>
    </message>
    <message>
        <source>A slur opens here that is never closed: a ) is missing.</source>
        <comment>notation.slur-not-closed</comment>
        <translation>Тут починається ліга, яку не закрито: бракує ).</translation>
    </message>
    <message>
        <source>A slur to the next note.</source>
        <comment>explain.decoration.slur</comment>
        <translation>Фразувальна ліга до наступної ноти.</translation>
    </message>
    <message>
        <source>A square note head.</source>
        <comment>explain.decoration.squarenote</comment>
        <translation>Квадратна головка ноти.</translation>
    </message>
    <message>
        <source>A straight glissando begins.</source>
        <comment>explain.decoration.-(</comment>
        <translation>Початок прямого глісандо.</translation>
    </message>
    <message>
        <source>A sweep goes on with the cells, the tunes and the device that it began with. Leave out {names}, or begin a new sweep.</source>
        <comment>sweep.own_settings</comment>
        <translation>Серія продовжується з тими комірками, мелодіями й пристроєм, з якими почалася. Приберіть {names} або почніть нову серію.</translation>
    </message>
    <message>
        <source>A take ends with its tune; otherwise the network goes on with the next one.</source>
        <comment>sampling.stop_at_tune_end.help</comment>
        <translation>Спроба закінчується разом із мелодією; інакше мережа береться до наступної.</translation>
    </message>
    <message>
        <source>A text above the note</source>
        <comment>explain.place.above</comment>
        <translation>Текст над нотою</translation>
    </message>
    <message>
        <source>A text at the left of the note</source>
        <comment>explain.place.left</comment>
        <translation>Текст ліворуч від ноти</translation>
    </message>
    <message>
        <source>A text at the right of the note</source>
        <comment>explain.place.right</comment>
        <translation>Текст праворуч від ноти</translation>
    </message>
    <message>
        <source>A text below the note</source>
        <comment>explain.place.below</comment>
        <translation>Текст під нотою</translation>
    </message>
    <message>
        <source>A text beside the note</source>
        <comment>explain.place.free</comment>
        <translation>Текст біля ноти</translation>
    </message>
    <message>
        <source>A text in quotes is a chord symbol, but this names no chord that is known.</source>
        <comment>explain.chord-symbol-unknown</comment>
        <translation>Текст у лапках&#xa0;— це позначення акорду, але такого акорду студія не знає.</translation>
    </message>
    <message>
        <source>A thick and a thin bar line: a section begins.</source>
        <comment>explain.bar-opening</comment>
        <translation>Товста й тонка тактова риска: початок частини.</translation>
    </message>
    <message>
        <source>A thread that the code started still ran when the code had ended, and was stopped. No lesson needs threads.</source>
        <comment>lesson.threads</comment>
        <translation>Потік, запущений кодом, працював і після закінчення коду, тож його зупинено. Потоки не потрібні жодному уроку.</translation>
    </message>
    <message>
        <source>A tie or a slur leads out of this measure. Choose the measures that it joins together.</source>
        <comment>edit.measure_tied</comment>
        <translation>Із цього такту виходить ліга. Виберіть такти, які вона з’єднує.</translation>
    </message>
    <message>
        <source>A tie to the next note.</source>
        <comment>explain.decoration.tie</comment>
        <translation>З’єднувальна ліга до наступної ноти.</translation>
    </message>
    <message>
        <source>A tie: the note before it is held into the next note of the same pitch and not struck again.</source>
        <comment>explain.tie</comment>
        <translation>З’єднувальна ліга: нота перед нею тримається разом із наступною тієї самої висоти і не береться знову.</translation>
    </message>
    <message>
        <source>A triplet: the next 3 notes take the time of 2.</source>
        <comment>explain.triplet</comment>
        <translation>Тріоль: наступні 3 ноти займають час двох.</translation>
    </message>
    <message numerus="yes">
        <source>A tune can have {limit} macros at most; this one is left out. Write its music out.</source>
        <comment>notation.limit-macros</comment>
        <translation>
            <numerusform>У мелодії може бути щонайбільше {limit} макрос; цей пропущено. Випишіть його музику нотами.</numerusform>
            <numerusform>У мелодії може бути щонайбільше {limit} макроси; цей пропущено. Випишіть його музику нотами.</numerusform>
            <numerusform>У мелодії може бути щонайбільше {limit} макросів; цей пропущено. Випишіть його музику нотами.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tune can have {limit} voices at most.</source>
        <comment>notation.limit-voices</comment>
        <translation>
            <numerusform>У мелодії може бути щонайбільше {limit} голос.</numerusform>
            <numerusform>У мелодії може бути щонайбільше {limit} голоси.</numerusform>
            <numerusform>У мелодії може бути щонайбільше {limit} голосів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tune of the given rhythm takes some {needed:,} characters, and a take has {limit:,} at most. Let it be longer, or take another rhythm.</source>
        <comment>wish.rhythm_too_long</comment>
        <translation>
            <numerusform>Мелодія із заданим ритмом займає близько {needed:,} символу, а у спробі їх щонайбільше {limit:,}. Збільште довжину або візьміть інший ритм.</numerusform>
            <numerusform>Мелодія із заданим ритмом займає близько {needed:,} символів, а у спробі їх щонайбільше {limit:,}. Збільште довжину або візьміть інший ритм.</numerusform>
            <numerusform>Мелодія із заданим ритмом займає близько {needed:,} символів, а у спробі їх щонайбільше {limit:,}. Збільште довжину або візьміть інший ритм.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tune of {measures} measures takes some {needed:,} characters, and a take has {limit:,} at most. Let it be longer, or wish for fewer measures.</source>
        <comment>wish.too_long</comment>
        <translation>
            <numerusform>Мелодія з {measures} такту займає символів: {needed:,}, а у спробі їх щонайбільше {limit:,}. Збільште довжину або побажайте менше тактів.</numerusform>
            <numerusform>Мелодія з {measures} тактів займає символів: {needed:,}, а у спробі їх щонайбільше {limit:,}. Збільште довжину або побажайте менше тактів.</numerusform>
            <numerusform>Мелодія з {measures} тактів займає символів: {needed:,}, а у спробі їх щонайбільше {limit:,}. Збільште довжину або побажайте менше тактів.</numerusform>
        </translation>
    </message>
    <message>
        <source>A tune without Q: is as fast as its rhythm asks; else 120 quarter notes a minute.</source>
        <comment>interpretation.rhythm_tempo.help</comment>
        <translation>Мелодія без Q: звучить у темпі свого жанру, а якщо жанру немає&#xa0;— 120 четвертних за хвилину.</translation>
    </message>
    <message>
        <source>A tuplet begins here before the one before it has all its notes. A tuplet cannot stand inside another.</source>
        <comment>notation.tuplet-nested</comment>
        <translation>Ритмічна група починається тут раніше, ніж попередня дістала всі свої ноти. Група не може стояти всередині іншої.</translation>
    </message>
    <message>
        <source>A tuplet such as (3 says that the next 3 notes take the time of 2.</source>
        <comment>explain.tuplet-unread</comment>
        <translation>Ритмічна група, як-от (3, каже, що наступні 3 ноти займають час двох.</translation>
    </message>
    <message numerus="yes">
        <source>A tuplet: {p} notes take the time of {q}.</source>
        <comment>explain.tuplet</comment>
        <translation>
            <numerusform>Ритмічна група: {p} нота займає стільки часу, скільки {q}.</numerusform>
            <numerusform>Ритмічна група: {p} ноти займають стільки часу, скільки {q}.</numerusform>
            <numerusform>Ритмічна група: {p} нот займають стільки часу, скільки {q}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A wavy glissando begins.</source>
        <comment>explain.decoration.~(</comment>
        <translation>Початок хвилястого глісандо.</translation>
    </message>
    <message>
        <source>A {letter}: field belongs in the header, above K:.</source>
        <comment>notation.field-in-body</comment>
        <translation>Місце поля {letter}:&#xa0;— у заголовку, вище за K:.</translation>
    </message>
    <message>
        <source>A {letter}: field cannot stand inside a line of music. Write it on a line of its own.</source>
        <comment>notation.field-not-inline</comment>
        <translation>Поле {letter}: не може стояти всередині рядка музики. Запишіть його в окремому рядку.</translation>
    </message>
    <message>
        <source>ABC Studio</source>
        <comment>edition.name_studio</comment>
        <translation>ABC Studio</translation>
    </message>
    <message>
        <source>ABC Studio Player</source>
        <comment>edition.name_player</comment>
        <translation>ABC Studio Player</translation>
    </message>
    <message>
        <source>ABC has no figured bass, so it was left out: measure {measures}.</source>
        <comment>musicxml.left_figured_bass</comment>
        <translation>Цифрованого баса в ABC немає, тож його пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no fretboard diagrams; only the names of the chords were kept: measure {measures}.</source>
        <comment>musicxml.left_fretboard</comment>
        <translation>Схем акордів на грифі в ABC немає; збережено лише назви акордів: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no glissando between notes, so it was left out: measure {measures}.</source>
        <comment>musicxml.left_glissando</comment>
        <translation>Глісандо між нотами в ABC немає, тож його пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no slurs from one voice to another, so they were left out: measure {measures}.</source>
        <comment>musicxml.left_slur</comment>
        <translation>Ліг між різними голосами в ABC немає, тож їх пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no tablature; the notes stand on a usual staff: measure {measures}.</source>
        <comment>musicxml.left_tablature</comment>
        <translation>Табулатури в ABC немає; ноти стоять на звичайному нотоносці: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no ties to another voice or to a note further on, so they were left out: measure {measures}.</source>
        <comment>musicxml.left_tie</comment>
        <translation>З’єднувальних ліг до іншого голосу чи до дальшої ноти в ABC немає, тож їх пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>ABC has no tremolo between two notes, so it was left out: measure {measures}.</source>
        <comment>musicxml.left_tremolo</comment>
        <translation>Тремоло між двома нотами в ABC немає, тож його пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>Accent: the note is louder.</source>
        <comment>explain.decoration.accent</comment>
        <translation>Акцент: нота гучніша.</translation>
    </message>
    <message>
        <source>Accents</source>
        <comment>interpretation.accents</comment>
        <translation>Акценти</translation>
    </message>
    <message>
        <source>Accidentals already in the key signature</source>
        <comment>health.accidental-needless</comment>
        <translation>Знаки альтерації, які вже є при ключі</translation>
    </message>
    <message>
        <source>Accidentals hold for their own note only</source>
        <comment>explain.midi.nobarlines</comment>
        <translation>Знаки альтерації діють лише на свою ноту</translation>
    </message>
    <message>
        <source>Accidentals hold up to the bar line again</source>
        <comment>explain.midi.barlines</comment>
        <translation>Знаки альтерації знову діють до тактової риски</translation>
    </message>
    <message>
        <source>Accidentals stand where real tunes have none.</source>
        <comment>jury.mode.sum.high</comment>
        <translation>Знаки альтерації стоять там, де у справжніх мелодіях їх немає.</translation>
    </message>
    <message>
        <source>Accidentals that cannot be read</source>
        <comment>health.bad-accidental</comment>
        <translation>Знаки альтерації, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Accompaniment</source>
        <comment>interpretation.group.backing</comment>
        <translation>Супровід</translation>
    </message>
    <message>
        <source>Accordion</source>
        <comment>explain.program.21</comment>
        <translation>Акордеон</translation>
    </message>
    <message>
        <source>Add a bar line</source>
        <comment>notation.fix-add-bar-line</comment>
        <translation>Додати тактову риску</translation>
    </message>
    <message>
        <source>Add the rest {text}</source>
        <comment>notation.fix-add-rest</comment>
        <translation>Додати паузу {text}</translation>
    </message>
    <message>
        <source>Add {text}</source>
        <comment>notation.fix-add-key</comment>
        <translation>Додати {text}</translation>
    </message>
    <message>
        <source>Add {text}</source>
        <comment>notation.fix-add-number</comment>
        <translation>Додати {text}</translation>
    </message>
    <message>
        <source>After a leap it leaps again.</source>
        <comment>jury.melody.lost.high</comment>
        <translation>Після стрибка знову йде стрибок.</translation>
    </message>
    <message>
        <source>After so many steps everything is kept on disk, so that the run can go on from there.</source>
        <comment>hyperparameter.checkpoint_every.help</comment>
        <translation>Після стількох кроків усе зберігається на диску, щоб запуск можна було звідти продовжити.</translation>
    </message>
    <message>
        <source>After so many steps the held-out tunes are read and a sample is written.</source>
        <comment>hyperparameter.evaluate_every.help</comment>
        <translation>Після стількох кроків читаються відкладені мелодії і пишеться зразок.</translation>
    </message>
    <message>
        <source>All beats are equally loud from here on</source>
        <comment>explain.midi.nobeataccents</comment>
        <translation>Звідси всі долі однаково гучні</translation>
    </message>
    <message>
        <source>All notes of these measures sound on strong beats, so that nothing is left to vary. Choose more measures, or let the strong beats change.</source>
        <comment>rewriting.only_strong</comment>
        <translation>Усі ноти цих тактів припадають на сильні долі, тож міняти нічого. Виберіть більше тактів або дозвольте міняти сильні долі.</translation>
    </message>
    <message>
        <source>All values of “{name}” are the same, and they should differ.</source>
        <comment>lesson.common_all_alike</comment>
        <translation>Усі значення «{name}» однакові, а мають бути різними.</translation>
    </message>
    <message>
        <source>All voices wait while the note under a fermata lasts twice as long.</source>
        <comment>interpretation.fermatas.help</comment>
        <translation>Усі голоси чекають, поки нота під ферматою звучить удвічі довше.</translation>
    </message>
    <message>
        <source>An accidental comes only once.</source>
        <comment>jury.mode.lone.high</comment>
        <translation>Один знак альтерації трапляється лише раз.</translation>
    </message>
    <message>
        <source>An accidental stands where real tunes have none.</source>
        <comment>jury.mode.altered.high</comment>
        <translation>Знак альтерації стоїть там, де у справжніх мелодіях його немає.</translation>
    </message>
    <message>
        <source>An earlier tune has the number X:{number} too.</source>
        <comment>health.says.repeated-number</comment>
        <translation>Номер X:{number} уже має одна з попередніх мелодій.</translation>
    </message>
    <message>
        <source>An empty line ends the tune.</source>
        <comment>explain.empty-line</comment>
        <translation>Порожній рядок закінчує мелодію.</translation>
    </message>
    <message>
        <source>An ending can be for the times 1 to {limit}; the others are left out.</source>
        <comment>notation.limit-passes</comment>
        <translation>Вольта може бути для повторень від 1 до {limit}; решту пропущено.</translation>
    </message>
    <message>
        <source>An ending for the times {passes} through.</source>
        <comment>explain.ending-passes</comment>
        <translation>Вольта для таких повторень: {passes}.</translation>
    </message>
    <message>
        <source>An ending that names no number was left out: measure {measures}.</source>
        <comment>musicxml.left_ending</comment>
        <translation>Вольту без номера пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>An octave higher than written from here.</source>
        <comment>explain.decoration.8va(</comment>
        <translation>Звідси на октаву вище, ніж записано.</translation>
    </message>
    <message>
        <source>An octave higher than written up to here.</source>
        <comment>explain.decoration.8va)</comment>
        <translation>До цього місця на октаву вище, ніж записано.</translation>
    </message>
    <message>
        <source>An octave lower than written from here.</source>
        <comment>explain.decoration.8vb(</comment>
        <translation>Звідси на октаву нижче, ніж записано.</translation>
    </message>
    <message>
        <source>An octave lower than written up to here.</source>
        <comment>explain.decoration.8vb)</comment>
        <translation>До цього місця на октаву нижче, ніж записано.</translation>
    </message>
    <message>
        <source>An old sign for the end of a line of the score.</source>
        <comment>explain.score-break</comment>
        <translation>Старий знак кінця рядка нот.</translation>
    </message>
    <message>
        <source>An old square note head.</source>
        <comment>explain.decoration.longa</comment>
        <translation>Стародавня квадратна головка ноти.</translation>
    </message>
    <message>
        <source>Another name of the tune.</source>
        <comment>explain.title-more</comment>
        <translation>Інша назва мелодії.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <comment>device.mps</comment>
        <translation>Відеокарта Apple</translation>
    </message>
    <message>
        <source>Area: where the tune comes from.</source>
        <comment>explain.field.A</comment>
        <translation>Місцевість: звідки ця мелодія.</translation>
    </message>
    <message>
        <source>As elsewhere: {text}</source>
        <comment>notation.fix-twin</comment>
        <translation>Як деінде: {text}</translation>
    </message>
    <message>
        <source>Auto computes with half-width numbers where the machine is built for it, which is faster. On a GPU the recurrent layers keep the full width.</source>
        <comment>hyperparameter.precision.help</comment>
        <translation>«Автоматично»&#xa0;— з числами половинної ширини, якщо пристрій для цього придатний: так швидше. На відеокарті рекурентні шари лишаються з повною шириною.</translation>
    </message>
    <message>
        <source>B</source>
        <comment>explain.step.B</comment>
        <translation>сі</translation>
    </message>
    <message>
        <source>B</source>
        <comment>reading.step-B</comment>
        <translation>сі</translation>
    </message>
    <message>
        <source>Bagpipes</source>
        <comment>explain.program.109</comment>
        <translation>Волинка</translation>
    </message>
    <message>
        <source>Banjo</source>
        <comment>explain.program.105</comment>
        <translation>Банджо</translation>
    </message>
    <message>
        <source>Bass</source>
        <comment>snippet.words.bass</comment>
        <translation>Бас</translation>
    </message>
    <message>
        <source>Batch size</source>
        <comment>hyperparameter.batch_size</comment>
        <translation>Розмір батчу</translation>
    </message>
    <message>
        <source>Beams draw together: getting slower.</source>
        <comment>explain.decoration.beam-rall</comment>
        <translation>Ребра сходяться: дедалі повільніше.</translation>
    </message>
    <message>
        <source>Beams fan out: getting faster.</source>
        <comment>explain.decoration.beam-accel</comment>
        <translation>Ребра розходяться: дедалі швидше.</translation>
    </message>
    <message>
        <source>Beats are accented from here on</source>
        <comment>explain.midi.beataccents</comment>
        <translation>Звідси долі наголошено</translation>
    </message>
    <message>
        <source>Beats are divided in ways that no real tune knows.</source>
        <comment>jury.rhythm.unknown.high</comment>
        <translation>Долі поділено так, як не буває в жодній справжній мелодії.</translation>
    </message>
    <message>
        <source>Before your own code can train a network, these lessons have to be passed: {lessons}.</source>
        <comment>lesson.own_missing</comment>
        <translation>Щоб ваш код міг тренувати мережу, спершу слід пройти ці уроки: {lessons}.</translation>
    </message>
    <message>
        <source>Besides, the key alters {notes}.</source>
        <comment>explain.key-explicit</comment>
        <translation>Крім того, тональність змінює {notes}.</translation>
    </message>
    <message>
        <source>Best of</source>
        <comment>sampling.best</comment>
        <translation>Найкраща з</translation>
    </message>
    <message>
        <source>Blocks of text that are never closed</source>
        <comment>health.block-not-closed</comment>
        <translation>Незакриті блоки тексту</translation>
    </message>
    <message>
        <source>Book: where the tune is printed.</source>
        <comment>explain.field.B</comment>
        <translation>Книга: де мелодію надруковано.</translation>
    </message>
    <message>
        <source>Break repetition</source>
        <comment>sampling.repetition_guard</comment>
        <translation>Уникати зациклення</translation>
    </message>
    <message>
        <source>Breath mark after the note.</source>
        <comment>explain.decoration.breath</comment>
        <translation>Цезура після ноти.</translation>
    </message>
    <message>
        <source>Breaths</source>
        <comment>interpretation.breaths</comment>
        <translation>Цезури</translation>
    </message>
    <message>
        <source>Broken chord: its notes enter one after the other.</source>
        <comment>explain.decoration.arpeggio</comment>
        <translation>Арпеджіо: ноти акорду вступають одна за одною.</translation>
    </message>
    <message>
        <source>Broken chords</source>
        <comment>interpretation.arpeggios</comment>
        <translation>Арпеджіо</translation>
    </message>
    <message>
        <source>Broken rhythm: the note before it gets {less} of its length, the note after it {more}.</source>
        <comment>explain.broken-short-long</comment>
        <translation>Пунктирний ритм: нота перед знаком дістає {less} своєї тривалості, нота після нього {more}.</translation>
    </message>
    <message>
        <source>Broken rhythm: the note before it gets {more} of its length, the note after it {less}.</source>
        <comment>explain.broken-long-short</comment>
        <translation>Пунктирний ритм: нота перед знаком дістає {more} своєї тривалості, нота після нього {less}.</translation>
    </message>
    <message>
        <source>Broken rhythm: the note before it is longer by half, the note after it shorter by half.</source>
        <comment>explain.broken-dotted</comment>
        <translation>Пунктирний ритм: нота перед знаком довша наполовину, нота після нього наполовину коротша.</translation>
    </message>
    <message>
        <source>Broken rhythm: the note before it is shorter by half, the note after it longer by half (a Scotch snap).</source>
        <comment>explain.broken-snap</comment>
        <translation>Пунктирний ритм: нота перед знаком наполовину коротша, нота після нього наполовину довша (зворотний пунктир).</translation>
    </message>
    <message>
        <source>Broken rhythms of notes that are not equally long</source>
        <comment>health.broken-rhythm-unequal</comment>
        <translation>Пунктирний ритм із нот різної тривалості</translation>
    </message>
    <message>
        <source>Broken rhythms over a bar line</source>
        <comment>health.broken-rhythm-over-bar</comment>
        <translation>Пунктирний ритм через тактову риску</translation>
    </message>
    <message>
        <source>Broken rhythms that change nothing</source>
        <comment>health.broken-rhythm-alone</comment>
        <translation>Пунктирний ритм, що нічого не змінює</translation>
    </message>
    <message>
        <source>But it does better with the tunes that it reads (a loss of {train:.2f}) than with others ({val:.2f}). Give it more tunes or more dropout.</source>
        <comment>verdict.better_at_its_own</comment>
        <translation>Але з мелодіями, які вона читає (втрати {train:.2f}), їй вдається краще, ніж з іншими ({val:.2f}). Дайте їй більше мелодій або більший дропаут.</translation>
    </message>
    <message>
        <source>But it has learned its tunes by heart: what it writes, it has read. Give it more tunes or more dropout, or fewer hidden units.</source>
        <comment>verdict.by_heart</comment>
        <translation>Але вона завчила свої мелодії напам’ять: пише те, що прочитала. Дайте їй більше мелодій, більший дропаут або менше нейронів.</translation>
    </message>
    <message>
        <source>But it is barely better than guessing: a loss of {loss:.2f}, where guessing has ln {characters} = {chance:.2f}. Let it train for more steps, or try another learning rate.</source>
        <comment>verdict.guessing</comment>
        <translation>Але вона ледь краща за вгадування: її втрати {loss:.2f}, а у вгадування ln {characters} = {chance:.2f}. Дайте їй більше кроків або спробуйте іншу швидкість навчання.</translation>
    </message>
    <message>
        <source>But it is no better than guessing: a loss of {loss:.2f}, where guessing has ln {characters} = {chance:.2f}. Let it train for more steps, or try another learning rate.</source>
        <comment>verdict.worse</comment>
        <translation>Але вона не краща за вгадування: її втрати {loss:.2f}, а у вгадування ln {characters} = {chance:.2f}. Дайте їй більше кроків або спробуйте іншу швидкість навчання.</translation>
    </message>
    <message>
        <source>But it is over-fitted: a loss of {train:.2f} on the tunes that it reads, and of {val:.2f} on others. Give it more tunes or more dropout, or fewer hidden units.</source>
        <comment>verdict.overfitted</comment>
        <translation>Але вона перенавчена: втрати {train:.2f} на мелодіях, які вона читає, і {val:.2f} на інших. Дайте їй більше мелодій, більший дропаут або менше нейронів.</translation>
    </message>
    <message>
        <source>But with a loss of {loss:.2f} its tunes do not hold together yet: that takes a loss below {limit:.2f}. {advice}</source>
        <comment>verdict.unripe</comment>
        <translation>Але за втрат {loss:.2f} її мелодії ще не тримаються купи: для цього треба втрати, менші за {limit:.2f}. {advice}</translation>
    </message>
    <message>
        <source>C</source>
        <comment>explain.step.C</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>C</source>
        <comment>reading.step-C</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>CUDA {version}</source>
        <comment>doctor.build_cuda</comment>
        <translation>CUDA {version}</translation>
    </message>
    <message>
        <source>Cell</source>
        <comment>hyperparameter.cell</comment>
        <translation>Комірка</translation>
    </message>
    <message>
        <source>Cello</source>
        <comment>explain.program.42</comment>
        <translation>Віолончель</translation>
    </message>
    <message>
        <source>Change of key</source>
        <comment>snippet.key</comment>
        <translation>Зміна тональності</translation>
    </message>
    <message>
        <source>Change of meter</source>
        <comment>snippet.meter</comment>
        <translation>Зміна розміру</translation>
    </message>
    <message>
        <source>Changed tunes</source>
        <comment>health.changed</comment>
        <translation>Змінені мелодії</translation>
    </message>
    <message>
        <source>Changes the loudness of all beats</source>
        <comment>explain.midi.beatmod</comment>
        <translation>Змінює гучність усіх долей</translation>
    </message>
    <message>
        <source>Characters that no tune means</source>
        <comment>health.odd-character</comment>
        <translation>Випадкові символи</translation>
    </message>
    <message>
        <source>Checking your answers: {number} of {count}…</source>
        <comment>report.checking</comment>
        <translation>Перевірка ваших відповідей: {number} з {count}…</translation>
    </message>
    <message>
        <source>Chord of notes</source>
        <comment>snippet.chord</comment>
        <translation>Акорд із нот</translation>
    </message>
    <message>
        <source>Chord symbol</source>
        <comment>snippet.chord-symbol</comment>
        <translation>Позначення акорду</translation>
    </message>
    <message>
        <source>Chord symbols are played from here on</source>
        <comment>explain.midi.gchordon</comment>
        <translation>Позначення акордів звідси звучать</translation>
    </message>
    <message>
        <source>Chord symbols are silent from here on</source>
        <comment>explain.midi.gchordoff</comment>
        <translation>Позначення акордів звідси мовчать</translation>
    </message>
    <message>
        <source>Chord symbols such as &quot;G&quot; or &quot;Am7&quot; are played on a guitar, bass on the strong beats.</source>
        <comment>interpretation.chord_accompaniment.help</comment>
        <translation>Позначення акордів, як-от &quot;G&quot; чи &quot;Am7&quot;, грає гітара, бас&#xa0;— на сильних долях.</translation>
    </message>
    <message>
        <source>Chords</source>
        <comment>interpretation.chord_accompaniment</comment>
        <translation>Акорди</translation>
    </message>
    <message>
        <source>Chords begin with a capital letter: {text} is not played by the accompaniment.</source>
        <comment>notation.chord-root-small</comment>
        <translation>Акорд починається з великої літери: {text} у супроводі не звучить.</translation>
    </message>
    <message>
        <source>Chords change within a long note, where ABC has no place; they stand at its start: measure {measures}.</source>
        <comment>musicxml.left_chord_place</comment>
        <translation>Акорди змінюються під час довгої ноти, де в ABC для них немає місця; вони стоять на її початку: такт {measures}.</translation>
    </message>
    <message>
        <source>Chords that are never closed</source>
        <comment>health.chord-not-closed</comment>
        <translation>Незакриті акорди</translation>
    </message>
    <message>
        <source>Chords with a small letter</source>
        <comment>health.chord-root-small</comment>
        <translation>Акорди з малої літери</translation>
    </message>
    <message>
        <source>Chords with too many notes</source>
        <comment>health.limit-chord</comment>
        <translation>Акорди із завеликою кількістю нот</translation>
    </message>
    <message>
        <source>Chords without a name that ABC has were left out: measure {measures}.</source>
        <comment>musicxml.left_harmony</comment>
        <translation>Акорди, для яких в ABC немає назви, пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>Clarinet</source>
        <comment>explain.program.71</comment>
        <translation>Кларнет</translation>
    </message>
    <message>
        <source>Cleaned tunes of one source can be written, not of several: name one file or folder with --out.</source>
        <comment>health.one_source</comment>
        <translation>Очищені мелодії можна записати лише з одного джерела, а не з кількох: вкажіть один файл або теку через --out.</translation>
    </message>
    <message>
        <source>Close the repeat</source>
        <comment>notation.fix-close-repeat</comment>
        <translation>Закрити репризу</translation>
    </message>
    <message>
        <source>Coda sign: the jump to the coda and where it leads.</source>
        <comment>explain.decoration.coda</comment>
        <translation>Знак коди: звідки переходять до коди і де вона починається.</translation>
    </message>
    <message>
        <source>Code page 850 (DOS, Western European)</source>
        <comment>encoding.cp850</comment>
        <translation>Кодова сторінка 850 (DOS, західноєвропейське)</translation>
    </message>
    <message>
        <source>Comet cannot be reached ({reason}). What is logged for it is kept in {path}; send it later with: comet upload.</source>
        <comment>log.kept_for_comet</comment>
        <translation>Comet недоступний ({reason}). Усе призначене для нього зберігається в {path}; надішліть пізніше командою comet upload.</translation>
    </message>
    <message>
        <source>Common time: a measure holds 4 quarter notes.</source>
        <comment>explain.meter-common</comment>
        <translation>Розмір 4/4 (C): у такті 4 четвертні.</translation>
    </message>
    <message>
        <source>Composed on {name}.</source>
        <comment>compose.on_card</comment>
        <translation>Складено на {name}.</translation>
    </message>
    <message>
        <source>Composer of the tune.</source>
        <comment>explain.field.C</comment>
        <translation>Композитор мелодії.</translation>
    </message>
    <message>
        <source>Computing on the processor: no AMD GPU with a working driver was found.</source>
        <comment>device.no_rocm_driver</comment>
        <translation>Обчислення на процесорі: не знайдено відеокарти AMD зі справним драйвером.</translation>
    </message>
    <message>
        <source>Computing on the processor: no NVIDIA GPU with a working driver was found.</source>
        <comment>device.no_cuda_driver</comment>
        <translation>Обчислення на процесорі: не знайдено відеокарти NVIDIA зі справним драйвером.</translation>
    </message>
    <message>
        <source>Computing on the processor: the NVIDIA driver is too old for this PyTorch. Update the driver.</source>
        <comment>device.old_driver</comment>
        <translation>Обчислення на процесорі: драйвер NVIDIA застарий для цього PyTorch. Оновіть драйвер.</translation>
    </message>
    <message>
        <source>Computing on the processor: there is no {device}; the last card is cuda:{last}.</source>
        <comment>device.no_such_card</comment>
        <translation>Обчислення на процесорі: пристрою {device} немає; остання відеокарта&#xa0;— cuda:{last}.</translation>
    </message>
    <message>
        <source>Computing on the processor: this PyTorch does not support {name}.</source>
        <comment>device.card_unserved</comment>
        <translation>Обчислення на процесорі: цей PyTorch не підтримує {name}.</translation>
    </message>
    <message>
        <source>Computing on the processor: this PyTorch is without CUDA. For an NVIDIA GPU: “pip install torch” (on Windows from PyTorch’s CUDA index), then “pip install .” in the studio’s sources.</source>
        <comment>device.no_cuda_build</comment>
        <translation>Обчислення на процесорі: цей PyTorch&#xa0;— без CUDA. Для відеокарти NVIDIA: «pip install torch» (у Windows&#xa0;— з індексу PyTorch для CUDA), потім «pip install .» у сирцях студії.</translation>
    </message>
    <message>
        <source>Computing on the processor: this machine has no Apple GPU that PyTorch can use.</source>
        <comment>device.no_mps</comment>
        <translation>Обчислення на процесорі: тут немає відеокарти Apple, з якою може працювати PyTorch.</translation>
    </message>
    <message>
        <source>Computing on the processor: {name} does not work ({reason}).</source>
        <comment>device.card_failed</comment>
        <translation>Обчислення на процесорі: {name} не працює ({reason}).</translation>
    </message>
    <message>
        <source>Computing on the processor: {name} has no free memory. Close other programs that use it.</source>
        <comment>device.card_full</comment>
        <translation>Обчислення на процесорі: у {name} немає вільної пам’яті. Закрийте інші програми, що її використовують.</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <comment>system.timed_out</comment>
        <translation>час очікування вичерпано</translation>
    </message>
    <message>
        <source>Contents</source>
        <comment>book.contents</comment>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>Cross as note head.</source>
        <comment>explain.decoration.style=x</comment>
        <translation>Хрестик замість головки.</translation>
    </message>
    <message>
        <source>Cue notes were left out: measure {measures}.</source>
        <comment>musicxml.left_cue</comment>
        <translation>Репліки (дрібні ноти іншої партії) пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>Cut time: a measure holds 2 half notes.</source>
        <comment>explain.meter-cut</comment>
        <translation>Алла бреве: у такті 2 половинні.</translation>
    </message>
    <message>
        <source>Cut: a very quick note above.</source>
        <comment>explain.decoration.cut</comment>
        <translation>Кат: дуже швидка нота вище.</translation>
    </message>
    <message>
        <source>D</source>
        <comment>explain.step.D</comment>
        <translation>ре</translation>
    </message>
    <message>
        <source>D</source>
        <comment>reading.step-D</comment>
        <translation>ре</translation>
    </message>
    <message>
        <source>Da capo al coda: from the start to the coda sign, then the coda.</source>
        <comment>explain.decoration.D.C.alcoda</comment>
        <translation>Від початку до коди (da capo al coda): від початку до знака коди, потім кода.</translation>
    </message>
    <message>
        <source>Da capo al fine: from the start to the word Fine.</source>
        <comment>explain.decoration.D.C.alfine</comment>
        <translation>Від початку до кінця (da capo al fine): від початку до слова Fine.</translation>
    </message>
    <message>
        <source>Da capo, dal segno, fine and coda are followed.</source>
        <comment>interpretation.navigation.help</comment>
        <translation>Виконувати позначки «від початку», «від знака», «кінець» і «кода».</translation>
    </message>
    <message>
        <source>Da capo: go back to the start.</source>
        <comment>explain.decoration.D.C.</comment>
        <translation>Від початку (da capo): повернутися до початку.</translation>
    </message>
    <message>
        <source>Da capo: go back to the start.</source>
        <comment>explain.decoration.dacapo</comment>
        <translation>Від початку (da capo): повернутися до початку.</translation>
    </message>
    <message>
        <source>Da coda: go on to the coda.</source>
        <comment>explain.decoration.dacoda</comment>
        <translation>До коди (da coda): перейти до коди.</translation>
    </message>
    <message>
        <source>Dal segno al coda: from the segno to the coda sign, then the coda.</source>
        <comment>explain.decoration.D.S.alcoda</comment>
        <translation>Від знака до коди (dal segno al coda): від сеньйо до знака коди, потім кода.</translation>
    </message>
    <message>
        <source>Dal segno al fine: from the segno to the word Fine.</source>
        <comment>explain.decoration.D.S.alfine</comment>
        <translation>Від знака до кінця (dal segno al fine): від сеньйо до слова Fine.</translation>
    </message>
    <message>
        <source>Dal segno: go back to the segno.</source>
        <comment>explain.decoration.D.S.</comment>
        <translation>Від знака (dal segno): повернутися до сеньйо.</translation>
    </message>
    <message>
        <source>Dal segno: go back to the segno.</source>
        <comment>explain.decoration.dalsegno</comment>
        <translation>Від знака (dal segno): повернутися до сеньйо.</translation>
    </message>
    <message>
        <source>Decoration</source>
        <comment>snippet.decoration</comment>
        <translation>Виконавський знак</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <comment>system.busy</comment>
        <translation>пристрій або файл зайнято</translation>
    </message>
    <message>
        <source>Diamond note head: a harmonic.</source>
        <comment>explain.decoration.style=harmonic</comment>
        <translation>Головка-ромб: флажолет.</translation>
    </message>
    <message>
        <source>Dice</source>
        <comment>sampling.rng_seed</comment>
        <translation>Кубик</translation>
    </message>
    <message>
        <source>Directives that are never followed</source>
        <comment>health.directive-refused</comment>
        <translation>Директиви, які ніколи не виконуються</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <comment>system.not_empty</comment>
        <translation>тека не порожня</translation>
    </message>
    <message>
        <source>Discography: recordings of the tune.</source>
        <comment>explain.field.D</comment>
        <translation>Дискографія: записи мелодії.</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <comment>system.quota</comment>
        <translation>вичерпано дискову квоту</translation>
    </message>
    <message>
        <source>Dorian</source>
        <comment>explain.mode.dorian</comment>
        <translation>дорійський</translation>
    </message>
    <message>
        <source>Double bass</source>
        <comment>explain.program.32</comment>
        <translation>Контрабас</translation>
    </message>
    <message>
        <source>Down-bow.</source>
        <comment>explain.decoration.downbow</comment>
        <translation>Смичок униз.</translation>
    </message>
    <message>
        <source>Drawing the pictures…</source>
        <comment>report.drawing</comment>
        <translation>Малювання графіків…</translation>
    </message>
    <message>
        <source>Drone</source>
        <comment>interpretation.drone</comment>
        <translation>Бурдон</translation>
    </message>
    <message>
        <source>Dropout</source>
        <comment>hyperparameter.dropout</comment>
        <translation>Дропаут</translation>
    </message>
    <message>
        <source>Drums</source>
        <comment>interpretation.drums</comment>
        <translation>Ударні</translation>
    </message>
    <message>
        <source>Drums (%%MIDI drum)</source>
        <comment>snippet.drums</comment>
        <translation>Ударні (%%MIDI drum)</translation>
    </message>
    <message>
        <source>Drums from here on.</source>
        <comment>explain.decoration.drum</comment>
        <translation>Звідси грають ударні.</translation>
    </message>
    <message>
        <source>E</source>
        <comment>explain.step.E</comment>
        <translation>мі</translation>
    </message>
    <message>
        <source>E</source>
        <comment>reading.step-E</comment>
        <translation>мі</translation>
    </message>
    <message>
        <source>Each network was trained once: a difference below about {chance:.3f} may be chance. Several random seeds would tell.</source>
        <comment>sweep.words.chance</comment>
        <translation>Кожну мережу тренували один раз: різниця, менша приблизно за {chance:.3f}, може бути випадковою. З’ясувати це допоможуть кілька зерен випадковості.</translation>
    </message>
    <message>
        <source>Each section is played once, with its last ending.</source>
        <comment>interpretation.skip_repeats.help</comment>
        <translation>Кожна частина звучить один раз, з останньою вольтою.</translation>
    </message>
    <message>
        <source>Embedding</source>
        <comment>hyperparameter.embedding_dim</comment>
        <translation>Вкладення</translation>
    </message>
    <message>
        <source>Empty chords</source>
        <comment>health.chord-empty</comment>
        <translation>Порожні акорди</translation>
    </message>
    <message>
        <source>Empty keys (K:)</source>
        <comment>health.key-empty</comment>
        <translation>Порожні тональності (K:)</translation>
    </message>
    <message>
        <source>End with {text}</source>
        <comment>notation.fix-last-note</comment>
        <translation>Закінчити на {text}</translation>
    </message>
    <message>
        <source>End without a repeat</source>
        <comment>notation.fix-end-tune</comment>
        <translation>Закінчити без репризи</translation>
    </message>
    <message>
        <source>Ending {number} has no ending 1 before it. Write [1 where the endings begin.</source>
        <comment>notation.ending-without-first</comment>
        <translation>Перед вольтою {number} немає вольти 1. Поставте [1 там, де вольти починаються.</translation>
    </message>
    <message>
        <source>Endings for too many times</source>
        <comment>health.limit-passes</comment>
        <translation>Вольти для завеликої кількості повторень</translation>
    </message>
    <message>
        <source>Endings that are never closed</source>
        <comment>health.ending-not-closed</comment>
        <translation>Незакриті вольти</translation>
    </message>
    <message>
        <source>Endings without a first one</source>
        <comment>health.ending-without-first</comment>
        <translation>Вольти без першої</translation>
    </message>
    <message>
        <source>Equal seeds give equal runs.</source>
        <comment>hyperparameter.rng_seed.help</comment>
        <translation>Однакові зерна дають однакові запуски.</translation>
    </message>
    <message>
        <source>Even eighths of a hornpipe, or its sixteenths in 2/4, are played long and short.</source>
        <comment>interpretation.hornpipe_swing.help</comment>
        <translation>Рівні восьмі горнпайпа, а на 2/4 його шістнадцяті, звучать довга-коротка.</translation>
    </message>
    <message>
        <source>Every second measure is too much alike.</source>
        <comment>jury.structure.lag2.high</comment>
        <translation>Такти через один надто схожі.</translation>
    </message>
    <message>
        <source>Every tune is left out, so there is nothing to write.</source>
        <comment>health.no_tunes_left</comment>
        <translation>Усі мелодії пропущено, тож записувати нічого.</translation>
    </message>
    <message>
        <source>Everything that the studio needs is here.</source>
        <comment>doctor.all_well</comment>
        <translation>Є все, що потрібно студії.</translation>
    </message>
    <message>
        <source>F</source>
        <comment>explain.step.F</comment>
        <translation>фа</translation>
    </message>
    <message>
        <source>F</source>
        <comment>reading.step-F</comment>
        <translation>фа</translation>
    </message>
    <message>
        <source>Fermata below the note: it is held longer.</source>
        <comment>explain.decoration.invertedfermata</comment>
        <translation>Фермата під нотою: її тримають довше.</translation>
    </message>
    <message>
        <source>Fermata: the note is held longer.</source>
        <comment>explain.decoration.fermata</comment>
        <translation>Фермата: ноту тримають довше.</translation>
    </message>
    <message>
        <source>Fermatas</source>
        <comment>interpretation.fermatas</comment>
        <translation>Фермати</translation>
    </message>
    <message>
        <source>Fiddle</source>
        <comment>explain.program.110</comment>
        <translation>Народна скрипка</translation>
    </message>
    <message>
        <source>Fields that are too long</source>
        <comment>health.limit-field</comment>
        <translation>Задовгі поля</translation>
    </message>
    <message>
        <source>Fields that belong in the header</source>
        <comment>health.field-in-body</comment>
        <translation>Поля, місце яких у заголовку</translation>
    </message>
    <message>
        <source>Fields that cannot stand in a line of music</source>
        <comment>health.field-not-inline</comment>
        <translation>Поля, які не можуть стояти в рядку музики</translation>
    </message>
    <message>
        <source>Fields with blanks before them</source>
        <comment>health.field-indented</comment>
        <translation>Поля з пробілами перед ними</translation>
    </message>
    <message>
        <source>File exists</source>
        <comment>system.exists</comment>
        <translation>такий файл уже є</translation>
    </message>
    <message>
        <source>File name too long</source>
        <comment>system.long_name</comment>
        <translation>задовга назва файлу</translation>
    </message>
    <message>
        <source>File too large</source>
        <comment>system.too_large</comment>
        <translation>файл завеликий</translation>
    </message>
    <message>
        <source>File: the address that the tune was found at.</source>
        <comment>explain.field.F</comment>
        <translation>Файл: адреса, за якою знайдено мелодію.</translation>
    </message>
    <message>
        <source>Files of this run had been deleted. They are written again and the run goes on; the losses before that may be missing.</source>
        <comment>training.restored</comment>
        <translation>Файли цього запуску було видалено. Їх записано знову, і запуск триває; попередніх втрат може бракувати.</translation>
    </message>
    <message>
        <source>Files that cannot be read</source>
        <comment>health.skipped-file</comment>
        <translation>Файли, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Files whose encoding was guessed</source>
        <comment>health.encoding</comment>
        <translation>Файли з припущеним кодуванням</translation>
    </message>
    <message>
        <source>Fine: after a jump the tune ends here.</source>
        <comment>explain.decoration.fine</comment>
        <translation>Кінець (Fine): після переходу мелодія закінчується тут.</translation>
    </message>
    <message>
        <source>Fingering: fifth finger.</source>
        <comment>explain.decoration.5</comment>
        <translation>Аплікатура: п’ятий палець.</translation>
    </message>
    <message>
        <source>Fingering: first finger.</source>
        <comment>explain.decoration.1</comment>
        <translation>Аплікатура: перший палець.</translation>
    </message>
    <message>
        <source>Fingering: fourth finger.</source>
        <comment>explain.decoration.4</comment>
        <translation>Аплікатура: четвертий палець.</translation>
    </message>
    <message>
        <source>Fingering: second finger.</source>
        <comment>explain.decoration.2</comment>
        <translation>Аплікатура: другий палець.</translation>
    </message>
    <message>
        <source>Fingering: third finger.</source>
        <comment>explain.decoration.3</comment>
        <translation>Аплікатура: третій палець.</translation>
    </message>
    <message>
        <source>Fingering: thumb or open string (0).</source>
        <comment>explain.decoration.0</comment>
        <translation>Аплікатура: великий палець або відкрита струна (0).</translation>
    </message>
    <message>
        <source>First measures</source>
        <comment>book.index</comment>
        <translation>Перші такти</translation>
    </message>
    <message>
        <source>Fixes have changed this tune as shown.</source>
        <comment>health.says.changed</comment>
        <translation>Виправлення змінили цю мелодію, як показано.</translation>
    </message>
    <message>
        <source>Flute</source>
        <comment>explain.program.73</comment>
        <translation>Флейта</translation>
    </message>
    <message>
        <source>Free meter: measures may be of any length.</source>
        <comment>explain.meter-free</comment>
        <translation>Вільний розмір: такти можуть мати будь-яку довжину.</translation>
    </message>
    <message>
        <source>French violin clef</source>
        <comment>explain.clef.G1</comment>
        <translation>старофранцузький ключ</translation>
    </message>
    <message>
        <source>From here a second voice goes along, from the beginning of this measure on the same staff.</source>
        <comment>explain.overlay</comment>
        <translation>Звідси йде другий голос, від початку цього такту на тому самому нотоносці.</translation>
    </message>
    <message>
        <source>From here on the key of {tonic} {mode}: {signature}.</source>
        <comment>explain.key-change</comment>
        <translation>Звідси тональність {tonic} {mode}: {signature}.</translation>
    </message>
    <message>
        <source>From here on the music is that of voice {voice}.</source>
        <comment>explain.voice</comment>
        <translation>Звідси музика належить голосу {voice}.</translation>
    </message>
    <message>
        <source>Full measures</source>
        <comment>sampling.guard</comment>
        <translation>Повні такти</translation>
    </message>
    <message>
        <source>Full measures are left out: no tune with whole measures goes on from “{text}”. Change the seed to have them.</source>
        <comment>guard.left_out_seed</comment>
        <translation>Без повних тактів: жодна мелодія з повними тактами не продовжує «{text}». Щоб мати їх, змініть початок.</translation>
    </message>
    <message numerus="yes">
        <source>Full measures are left out: no whole tune fits into {limit:,} characters. Let takes be longer to have them.</source>
        <comment>guard.left_out_length</comment>
        <translation>
            <numerusform>Без повних тактів: ціла мелодія не вміщується в {limit:,} символ. Щоб мати їх, збільште довжину спроби.</numerusform>
            <numerusform>Без повних тактів: ціла мелодія не вміщується в {limit:,} символи. Щоб мати їх, збільште довжину спроби.</numerusform>
            <numerusform>Без повних тактів: ціла мелодія не вміщується в {limit:,} символів. Щоб мати їх, збільште довжину спроби.</numerusform>
        </translation>
    </message>
    <message>
        <source>Full measures are left out: this model does not know all signs that they need. Choose another model to have them.</source>
        <comment>guard.left_out_model</comment>
        <translation>Без повних тактів: ця модель не знає всіх потрібних для них знаків. Щоб мати їх, виберіть іншу модель.</translation>
    </message>
    <message>
        <source>G</source>
        <comment>explain.step.G</comment>
        <translation>соль</translation>
    </message>
    <message>
        <source>G</source>
        <comment>reading.step-G</comment>
        <translation>соль</translation>
    </message>
    <message>
        <source>Getting louder ends here.</source>
        <comment>explain.decoration.crescendo)</comment>
        <translation>Тут наростання гучності закінчується.</translation>
    </message>
    <message>
        <source>Getting louder from here.</source>
        <comment>explain.decoration.crescendo(</comment>
        <translation>Звідси дедалі гучніше.</translation>
    </message>
    <message>
        <source>Getting softer ends here.</source>
        <comment>explain.decoration.diminuendo)</comment>
        <translation>Тут спадання гучності закінчується.</translation>
    </message>
    <message>
        <source>Getting softer from here.</source>
        <comment>explain.decoration.diminuendo(</comment>
        <translation>Звідси дедалі тихіше.</translation>
    </message>
    <message>
        <source>Ghost note: hardly heard.</source>
        <comment>explain.decoration.ghost</comment>
        <translation>Нота-привид: її ледь чутно.</translation>
    </message>
    <message>
        <source>Give it more tunes or more dropout.</source>
        <comment>verdict.more_tunes</comment>
        <translation>Дайте їй більше мелодій або більший дропаут.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or set ABCSTUDIO_HOME to a folder of yours.</source>
        <comment>doctor.do_folder</comment>
        <translation>Надайте собі право писати туди або вкажіть в ABCSTUDIO_HOME свою теку.</translation>
    </message>
    <message>
        <source>Glissando to the next note.</source>
        <comment>explain.decoration.gliss</comment>
        <translation>Глісандо до наступної ноти.</translation>
    </message>
    <message>
        <source>Grace note with a stroke</source>
        <comment>snippet.grace-slashed</comment>
        <translation>Перекреслений форшлаг</translation>
    </message>
    <message>
        <source>Grace notes</source>
        <comment>interpretation.grace_notes</comment>
        <translation>Форшлаги</translation>
    </message>
    <message>
        <source>Grace notes</source>
        <comment>snippet.grace</comment>
        <translation>Форшлаги</translation>
    </message>
    <message>
        <source>Grace notes after the last note were left out: measure {measures}.</source>
        <comment>musicxml.left_grace</comment>
        <translation>Форшлаги після останньої ноти пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>Grace notes before the beat</source>
        <comment>interpretation.grace_notes_before_beat</comment>
        <translation>Форшлаги перед долею</translation>
    </message>
    <message>
        <source>Grace notes stand between {{ and }}: quick notes before the next note.</source>
        <comment>explain.grace-unread</comment>
        <translation>Форшлаги стоять між {{ і }}: швидкі ноти перед наступною.</translation>
    </message>
    <message>
        <source>Grace notes that are never closed</source>
        <comment>health.grace-not-closed</comment>
        <translation>Незакриті форшлаги</translation>
    </message>
    <message>
        <source>Grace notes that sound together, quickly before the next note.</source>
        <comment>explain.grace-chord</comment>
        <translation>Форшлаги, що звучать разом, швидко перед наступною нотою.</translation>
    </message>
    <message numerus="yes">
        <source>Grace notes: {count} quick notes before the next note. They take no time of their own in the measure.</source>
        <comment>explain.grace</comment>
        <translation>
            <numerusform>Форшлаг: {count} швидка нота перед наступною. Власного часу в такті не займає.</numerusform>
            <numerusform>Форшлаги: {count} швидкі ноти перед наступною. Власного часу в такті не займають.</numerusform>
            <numerusform>Форшлаги: {count} швидких нот перед наступною. Власного часу в такті не займають.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gradient limit</source>
        <comment>hyperparameter.gradient_clip</comment>
        <translation>Межа градієнта</translation>
    </message>
    <message>
        <source>Group, for sorting tunes.</source>
        <comment>explain.field.G</comment>
        <translation>Група, для впорядкування мелодій.</translation>
    </message>
    <message>
        <source>Guess: {text}</source>
        <comment>notation.fix-guess</comment>
        <translation>Припущення: {text}</translation>
    </message>
    <message>
        <source>Guitar with nylon strings</source>
        <comment>explain.program.24</comment>
        <translation>Гітара з нейлоновими струнами</translation>
    </message>
    <message>
        <source>Guitar with steel strings</source>
        <comment>explain.program.25</comment>
        <translation>Гітара зі сталевими струнами</translation>
    </message>
    <message>
        <source>Half of its measures or more are those of {tune}.</source>
        <comment>health.says.near-copy</comment>
        <translation>Половина її тактів або більше&#xa0;— такти мелодії {tune}.</translation>
    </message>
    <message>
        <source>Hardly more than one rhythm fills its measures.</source>
        <comment>jury.rhythm.patterns.low</comment>
        <translation>Такти заповнює майже один-єдиний ритм.</translation>
    </message>
    <message>
        <source>Harp</source>
        <comment>explain.program.46</comment>
        <translation>Арфа</translation>
    </message>
    <message>
        <source>Head dropout</source>
        <comment>hyperparameter.pointer_dropout</comment>
        <translation>Дропаут голів</translation>
    </message>
    <message>
        <source>Head reach</source>
        <comment>hyperparameter.pointer_reach</comment>
        <translation>Дальність голови</translation>
    </message>
    <message>
        <source>Head width</source>
        <comment>hyperparameter.pointer_width</comment>
        <translation>Ширина голови</translation>
    </message>
    <message>
        <source>Hear it at steps: write up to 60 steps between 1 and 1,000,000 with commas between them, such as 10, 100, 1000. Leave it empty for the usual ones.</source>
        <comment>milestones.no_steps</comment>
        <translation>«Слухати на кроках»: напишіть до 60 кроків між 1 і 1 000 000 через кому, наприклад 10, 100, 1000. Лишіть порожнім для звичайних.</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <comment>hyperparameter.validation_share</comment>
        <translation>Частка відкладених</translation>
    </message>
    <message>
        <source>Here this change would bring other problems or other music, so nothing was changed. Fix what stands around it first.</source>
        <comment>edit.fix_would_harm</comment>
        <translation>Ця зміна спричинила б тут інші проблеми або іншу музику, тож нічого не змінено. Спершу виправте те, що поруч.</translation>
    </message>
    <message>
        <source>Here {tonic} would need more than seven sharps or flats. Choose the key that sounds the same, such as Db instead of C#.</source>
        <comment>edit.key_too_far</comment>
        <translation>Тут {tonic} потребує більш як сім дієзів або бемолів. Виберіть тональність, що звучить так само, наприклад Db замість C#.</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <comment>hyperparameter.hidden_size</comment>
        <translation>Нейрони</translation>
    </message>
    <message>
        <source>History: what is told about the tune.</source>
        <comment>explain.field.H</comment>
        <translation>Історія: що розповідають про мелодію.</translation>
    </message>
    <message>
        <source>How a unit remembers: LSTM and GRU keep what they have read for long, a plain RNN soon forgets.</source>
        <comment>hyperparameter.cell.help</comment>
        <translation>Як нейрон запам’ятовує: LSTM і GRU довго тримають прочитане, проста RNN швидко забуває.</translation>
    </message>
    <message>
        <source>How bold the network is: low keeps to the familiar, high surprises.</source>
        <comment>sampling.temperature.help</comment>
        <translation>Наскільки мережа смілива: низька температура тримається звичного, висока дивує.</translation>
    </message>
    <message>
        <source>How far an accidental reaches: not, octave or pitch.</source>
        <comment>explain.directive.propagate-accidentals</comment>
        <translation>Як далеко діє знак альтерації: not, octave або pitch.</translation>
    </message>
    <message>
        <source>How far each correction goes. Too far and the loss jumps, too short and nothing happens.</source>
        <comment>hyperparameter.learning_rate.help</comment>
        <translation>Наскільки великі виправлення. Завеликі&#xa0;— і втрати стрибають, замалі&#xa0;— і нічого не змінюється.</translation>
    </message>
    <message>
        <source>How many characters a piece of text has. Longer ones show the network more of a tune.</source>
        <comment>hyperparameter.seq_len.help</comment>
        <translation>Скільки символів у фрагменті тексту. Довший показує мережі більше мелодії.</translation>
    </message>
    <message>
        <source>How many characters back a head can point. Longer reaches take longer.</source>
        <comment>hyperparameter.pointer_reach.help</comment>
        <translation>На скільки символів назад може вказувати голова. Що далі, то довше це триває.</translation>
    </message>
    <message>
        <source>How many heads compare the present place with those before, and copy what followed there. They let the network return to its motifs; 0 is a network without them.</source>
        <comment>hyperparameter.pointer_heads.help</comment>
        <translation>Скільки голів порівнюють це місце з попередніми й копіюють те, що було далі. Завдяки їм мережа повертається до своїх мотивів; 0&#xa0;— мережа без них.</translation>
    </message>
    <message>
        <source>How many lines the staff has</source>
        <comment>explain.word.stafflines</comment>
        <translation>Скільки ліній має нотоносець</translation>
    </message>
    <message>
        <source>How many numbers a head compares two places by.</source>
        <comment>hyperparameter.pointer_width.help</comment>
        <translation>За скількома числами голова порівнює два місця.</translation>
    </message>
    <message>
        <source>How many numbers stand for one character.</source>
        <comment>hyperparameter.embedding_dim.help</comment>
        <translation>Скільки чисел позначають один символ.</translation>
    </message>
    <message>
        <source>How many numbers the network remembers with. More learn more detail and take longer.</source>
        <comment>hyperparameter.hidden_size.help</comment>
        <translation>Скількома числами мережа запам’ятовує. Що їх більше, то більше подробиць вона вивчає і то довше це триває.</translation>
    </message>
    <message>
        <source>How many pieces of text are read side by side in a step.</source>
        <comment>hyperparameter.batch_size.help</comment>
        <translation>Скільки фрагментів тексту читається поруч за один крок.</translation>
    </message>
    <message>
        <source>How many times the network is corrected.</source>
        <comment>hyperparameter.steps.help</comment>
        <translation>Скільки разів виправляються ваги мережі.</translation>
    </message>
    <message>
        <source>How many tunes are sampled for each take. The one that the jury prefers is kept. 1 for no choice.</source>
        <comment>sampling.best.help</comment>
        <translation>Скільки мелодій складається на кожну спробу; лишається та, яку журі ставить найвище. 1&#xa0;— без вибору.</translation>
    </message>
    <message>
        <source>How short grace notes are</source>
        <comment>explain.midi.gracedivider</comment>
        <translation>Наскільки короткі форшлаги</translation>
    </message>
    <message>
        <source>How strongly weights are drawn towards zero, so that none grows without need.</source>
        <comment>hyperparameter.weight_decay.help</comment>
        <translation>Наскільки сильно ваги притягуються до нуля, щоб жодна не зростала без потреби.</translation>
    </message>
    <message>
        <source>How the file spells its characters.</source>
        <comment>explain.directive.abc-charset</comment>
        <translation>Як у файлі закодовано символи.</translation>
    </message>
    <message>
        <source>How the lab counts these tunes</source>
        <comment>health.lab-count</comment>
        <translation>Як ці мелодії рахує лабораторна</translation>
    </message>
    <message>
        <source>How the tune is played.</source>
        <comment>explain.directive.MIDI</comment>
        <translation>Як відтворювати мелодію.</translation>
    </message>
    <message>
        <source>ISO 8859-1</source>
        <comment>encoding.latin-1</comment>
        <translation>ISO 8859-1</translation>
    </message>
    <message>
        <source>ISO 8859-2 (Central European)</source>
        <comment>encoding.iso8859_2</comment>
        <translation>ISO 8859-2 (центральноєвропейське)</translation>
    </message>
    <message>
        <source>In how many other keys the network reads every tune too. It learns melodies instead of keys, and has more to read.</source>
        <comment>hyperparameter.transpositions.help</comment>
        <translation>У скількох інших тональностях мережа читає кожну мелодію. Так вона вчить мелодії, а не тональності, і має більше для читання.</translation>
    </message>
    <message numerus="yes">
        <source>In its tuplet {p} notes take the time of {q}.</source>
        <comment>explain.length-tuplet</comment>
        <translation>
            <numerusform>У її ритмічній групі {p} нота займає стільки часу, скільки {q}.</numerusform>
            <numerusform>У її ритмічній групі {p} ноти займають стільки часу, скільки {q}.</numerusform>
            <numerusform>У її ритмічній групі {p} нот займають стільки часу, скільки {q}.</numerusform>
        </translation>
    </message>
    <message>
        <source>In one place its notes follow each other as they seldom do.</source>
        <comment>jury.melody.strangest.high</comment>
        <translation>В одному місці ноти йдуть одна за одною так, як буває рідко.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <comment>system.damaged_disk</comment>
        <translation>помилка читання чи запису на диску</translation>
    </message>
    <message>
        <source>Install ABC Studio again; files of it are missing.</source>
        <comment>doctor.do_reinstall</comment>
        <translation>Установіть ABC Studio ще раз: бракує її файлів.</translation>
    </message>
    <message>
        <source>Install a typeface: sudo apt-get install fonts-dejavu-core</source>
        <comment>doctor.do_fonts</comment>
        <translation>Установіть шрифт: sudo apt-get install fonts-dejavu-core</translation>
    </message>
    <message>
        <source>Install them with the packages of your system that have these files.</source>
        <comment>doctor.do_install</comment>
        <translation>Установіть пакети вашої системи, що містять ці файли.</translation>
    </message>
    <message>
        <source>Install them: sudo apt-get install {packages}</source>
        <comment>doctor.do_libraries</comment>
        <translation>Установіть їх: sudo apt-get install {packages}</translation>
    </message>
    <message>
        <source>Instruction to programs.</source>
        <comment>explain.field.I</comment>
        <translation>Інструкція для програм.</translation>
    </message>
    <message>
        <source>Instructions that mean nothing</source>
        <comment>health.bad-instruction</comment>
        <translation>Інструкції, що нічого не означають</translation>
    </message>
    <message>
        <source>Instrument (%%MIDI program)</source>
        <comment>snippet.instrument</comment>
        <translation>Інструмент (%%MIDI program)</translation>
    </message>
    <message>
        <source>Instrument and settings of one voice</source>
        <comment>explain.midi.voice</comment>
        <translation>Інструмент і налаштування одного голосу</translation>
    </message>
    <message>
        <source>Instrument of the bass, a number of General MIDI</source>
        <comment>explain.midi.bassprog</comment>
        <translation>Інструмент баса, номер за General MIDI</translation>
    </message>
    <message>
        <source>Instrument of the chords, a number of General MIDI</source>
        <comment>explain.midi.chordprog</comment>
        <translation>Інструмент акордів, номер за General MIDI</translation>
    </message>
    <message>
        <source>Instrument of the voice, a number of General MIDI</source>
        <comment>explain.midi.program</comment>
        <translation>Інструмент голосу, номер за General MIDI</translation>
    </message>
    <message>
        <source>Instrument, notes and loudness of the drone</source>
        <comment>explain.midi.drone</comment>
        <translation>Інструмент, ноти й гучність бурдону</translation>
    </message>
    <message>
        <source>Instruments of the chords (%%MIDI)</source>
        <comment>snippet.chords-instrument</comment>
        <translation>Інструменти акордів (%%MIDI)</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <comment>system.invalid</comment>
        <translation>неприпустиме значення</translation>
    </message>
    <message>
        <source>Inverted mordent: the note, the one above it, and the note again, quickly.</source>
        <comment>explain.decoration.uppermordent</comment>
        <translation>Мордент: нота, вища сусідня і знову нота, швидко.</translation>
    </message>
    <message>
        <source>Inverted turn with a stroke.</source>
        <comment>explain.decoration.invertedturnx</comment>
        <translation>Перекреслене обернене групето.</translation>
    </message>
    <message>
        <source>Inverted turn: below, the note, above, and the note again.</source>
        <comment>explain.decoration.invertedturn</comment>
        <translation>Обернене групето: нижча нота, сама нота, вища і знову сама нота.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <comment>system.is_folder</comment>
        <translation>це тека</translation>
    </message>
    <message>
        <source>It does not end on the tonic.</source>
        <comment>jury.melody.final.high</comment>
        <translation>Мелодія закінчується не на тоніці.</translation>
    </message>
    <message>
        <source>It does with other tunes nearly as well as with those that it reads.</source>
        <comment>verdict.good</comment>
        <translation>Інші мелодії їй вдаються майже так само добре, як ті, що вона читає.</translation>
    </message>
    <message>
        <source>It goes by steps nearly all the time.</source>
        <comment>jury.melody.stepwise.high</comment>
        <translation>Мелодія майже весь час іде поступенево.</translation>
    </message>
    <message>
        <source>It goes the likeliest way all the time: it goes in circles.</source>
        <comment>jury.melody.surprise.low</comment>
        <translation>Мелодія весь час іде найімовірнішим шляхом: ходить по колу.</translation>
    </message>
    <message>
        <source>It goes too far up and down.</source>
        <comment>jury.range.width.high</comment>
        <translation>Мелодія йде надто далеко вгору й униз.</translation>
    </message>
    <message>
        <source>It goes very high.</source>
        <comment>jury.range.highest.high</comment>
        <translation>Мелодія йде дуже високо.</translation>
    </message>
    <message>
        <source>It goes very low.</source>
        <comment>jury.range.lowest.low</comment>
        <translation>Мелодія йде дуже низько.</translation>
    </message>
    <message>
        <source>It hardly goes by steps.</source>
        <comment>jury.melody.stepwise.low</comment>
        <translation>Мелодія майже не йде поступенево.</translation>
    </message>
    <message>
        <source>It hardly moves up or down.</source>
        <comment>jury.range.width.low</comment>
        <translation>Мелодія майже не рухається вгору чи вниз.</translation>
    </message>
    <message>
        <source>It hardly turns around.</source>
        <comment>jury.melody.turns.low</comment>
        <translation>Мелодія майже не повертає в інший бік.</translation>
    </message>
    <message>
        <source>It has a leap that is too wide.</source>
        <comment>jury.range.leap.high</comment>
        <translation>Є надто широкий стрибок.</translation>
    </message>
    <message>
        <source>It has leaps that are too wide.</source>
        <comment>jury.range.second_leap.high</comment>
        <translation>Є надто широкі стрибки.</translation>
    </message>
    <message>
        <source>It holds no surprise.</source>
        <comment>jury.melody.spread.low</comment>
        <translation>У мелодії немає несподіванок.</translation>
    </message>
    <message>
        <source>It is built in an odd way: {share} % of real tunes are odder.</source>
        <comment>jury.structure.odd</comment>
        <translation>Будова незвична: ще незвичніша вона у {share}&#xa0;% справжніх мелодій.</translation>
    </message>
    <message>
        <source>It is built less usually than most real tunes: {share} % of these are odder.</source>
        <comment>jury.structure.seldom</comment>
        <translation>Її побудова менш звична, ніж у більшості справжніх мелодій: ще незвичніші серед них {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>It is drawn dotted.</source>
        <comment>explain.dotted-line</comment>
        <translation>Її проведено пунктиром.</translation>
    </message>
    <message>
        <source>It is held into the next note of its pitch.</source>
        <comment>explain.tied</comment>
        <translation>Її залігувано з наступною нотою тієї самої висоти.</translation>
    </message>
    <message>
        <source>It is natural because of an accidental before it.</source>
        <comment>explain.natural-from-before</comment>
        <translation>Діє бекар, записаний раніше в такті.</translation>
    </message>
    <message>
        <source>It is newer than {share} % of known tunes.</source>
        <comment>newness.newer</comment>
        <translation>Вона новіша за {share}&#xa0;% відомих мелодій.</translation>
    </message>
    <message>
        <source>It is newer than {share} % of known tunes: it shares no measure with them.</source>
        <comment>newness.nothing</comment>
        <translation>Вона новіша за {share}&#xa0;% відомих мелодій: жодного спільного такту з ними.</translation>
    </message>
    <message>
        <source>It is sung to “{syllable}”.</source>
        <comment>explain.sung</comment>
        <translation>На неї співають «{syllable}».</translation>
    </message>
    <message>
        <source>It is {number}.</source>
        <comment>explain.midi-number</comment>
        <translation>Число: {number}.</translation>
    </message>
    <message>
        <source>It leaps by more than an octave.</source>
        <comment>jury.range.octaves.high</comment>
        <translation>Є стрибки, ширші за октаву.</translation>
    </message>
    <message>
        <source>It leaps too often.</source>
        <comment>jury.melody.leaps.high</comment>
        <translation>Стрибків забагато.</translation>
    </message>
    <message>
        <source>It leaps too often.</source>
        <comment>jury.range.wide.high</comment>
        <translation>Стрибків забагато.</translation>
    </message>
    <message>
        <source>It leaps where real tunes go by steps.</source>
        <comment>jury.range.surprise.high</comment>
        <translation>Є стрибки там, де справжні мелодії йдуть поступенево.</translation>
    </message>
    <message numerus="yes">
        <source>It reaches over the next {r} notes.</source>
        <comment>explain.tuplet-reach</comment>
        <translation>
            <numerusform>Вона охоплює {r} наступну ноту.</numerusform>
            <numerusform>Вона охоплює {r} наступні ноти.</numerusform>
            <numerusform>Вона охоплює {r} наступних нот.</numerusform>
        </translation>
    </message>
    <message>
        <source>It says nearly the same too often.</source>
        <comment>jury.structure.near.high</comment>
        <translation>Майже те саме повторюється надто часто.</translation>
    </message>
    <message>
        <source>It says the same few notes over and over.</source>
        <comment>jury.melody.runs.low</comment>
        <translation>Знов і знов звучать ті самі кілька нот.</translation>
    </message>
    <message>
        <source>It says the same too often.</source>
        <comment>jury.structure.again.high</comment>
        <translation>Те саме повторюється надто часто.</translation>
    </message>
    <message>
        <source>It shares much with {tune}, is a part of it, or begins like it.</source>
        <comment>health.says.variant</comment>
        <translation>Вона має багато спільного з мелодією {tune}, є її частиною або починається, як вона.</translation>
    </message>
    <message>
        <source>It stays on the same note too often.</source>
        <comment>jury.melody.still.high</comment>
        <translation>Мелодія надто часто лишається на тій самій ноті.</translation>
    </message>
    <message>
        <source>It takes more from a known tune than most real tunes do; {share} % of these take still more.</source>
        <comment>jury.plagiarism.seldom</comment>
        <translation>Вона бере з відомої мелодії більше, ніж більшість справжніх мелодій; ще більше беруть {share}&#xa0;% із них.</translation>
    </message>
    <message>
        <source>It takes no more from a known tune than real tunes take from each other.</source>
        <comment>jury.plagiarism.typical</comment>
        <translation>З відомої мелодії взято не більше, ніж справжні мелодії беруть одна в одної.</translation>
    </message>
    <message>
        <source>It turns around too often.</source>
        <comment>jury.melody.turns.high</comment>
        <translation>Мелодія надто часто повертає в інший бік.</translation>
    </message>
    <message>
        <source>Its accidentals are unusual where they stand.</source>
        <comment>jury.mode.least.high</comment>
        <translation>Знаки альтерації незвичні на своїх місцях.</translation>
    </message>
    <message>
        <source>Its beats are divided in the commonest way nearly everywhere.</source>
        <comment>jury.rhythm.surprise.low</comment>
        <translation>Долі майже всюди поділено найзвичайнішим способом.</translation>
    </message>
    <message>
        <source>Its beats are divided in ways that are rare in this meter.</source>
        <comment>jury.rhythm.surprise.high</comment>
        <translation>Долі поділено так, як у цьому розмірі буває рідко.</translation>
    </message>
    <message>
        <source>Its end is no ending.</source>
        <comment>jury.melody.last.high</comment>
        <translation>Кінець не звучить як закінчення.</translation>
    </message>
    <message>
        <source>Its measures are too much alike.</source>
        <comment>jury.structure.like.high</comment>
        <translation>Такти надто схожі між собою.</translation>
    </message>
    <message>
        <source>Its measures do not lead into each other.</source>
        <comment>jury.structure.joins.high</comment>
        <translation>Такти не переходять один в одного.</translation>
    </message>
    <message>
        <source>Its measures have little in common.</source>
        <comment>jury.structure.like.low</comment>
        <translation>Такти мають мало спільного.</translation>
    </message>
    <message>
        <source>Its measures stand where such measures seldom stand.</source>
        <comment>jury.structure.placed.high</comment>
        <translation>Такти стоять там, де такі стоять рідко.</translation>
    </message>
    <message>
        <source>Its melody is odd: {share} % of real tunes are odder.</source>
        <comment>jury.melody.odd</comment>
        <translation>Мелодія незвична: ще незвичніші {share}&#xa0;% справжніх мелодій.</translation>
    </message>
    <message>
        <source>Its melody is that of {tune}.</source>
        <comment>health.says.same-melody</comment>
        <translation>Музика та сама, що в мелодії {tune}.</translation>
    </message>
    <message>
        <source>Its melody moves as real tunes do.</source>
        <comment>jury.melody.typical</comment>
        <translation>Мелодія рухається так, як справжні.</translation>
    </message>
    <message>
        <source>Its melody moves less usually than most real tunes: {share} % of these are odder.</source>
        <comment>jury.melody.seldom</comment>
        <translation>Її мелодичний рух менш звичний, ніж у більшості справжніх мелодій: ще незвичніші серед них {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>Its music is written just as that of {tune}.</source>
        <comment>health.says.same-text</comment>
        <translation>Музику записано точно так, як у мелодії {tune}.</translation>
    </message>
    <message>
        <source>Its name in the score is {name}.</source>
        <comment>explain.voice-name</comment>
        <translation>Назва голосу в нотах: {name}.</translation>
    </message>
    <message>
        <source>Its notes are less usual in its key than those of most real tunes: {share} % of these are odder.</source>
        <comment>jury.mode.seldom</comment>
        <translation>Її ноти менш звичні для тональності, ніж у більшості справжніх мелодій: ще незвичніші серед них {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>Its notes are typical of its key.</source>
        <comment>jury.mode.typical</comment>
        <translation>Ноти типові для цієї тональності.</translation>
    </message>
    <message>
        <source>Its notes do not fit its key well: {share} % of real tunes are odder.</source>
        <comment>jury.mode.odd</comment>
        <translation>Ноти не дуже пасують до тональності: ще незвичніші вони у {share}&#xa0;% справжніх мелодій.</translation>
    </message>
    <message>
        <source>Its notes follow each other as they seldom do.</source>
        <comment>jury.melody.surprise.high</comment>
        <translation>Ноти йдуть одна за одною так, як буває рідко.</translation>
    </message>
    <message>
        <source>Its notes hardly lean on the degrees of its key.</source>
        <comment>jury.mode.doubt.high</comment>
        <translation>Ноти майже не спираються на ступені тональності.</translation>
    </message>
    <message>
        <source>Its notes lean on another tonic than its key says.</source>
        <comment>jury.mode.other.high</comment>
        <translation>Ноти спираються на іншу тоніку, ніж каже тональність.</translation>
    </message>
    <message>
        <source>Its parts are not as long as four measures, or eight.</source>
        <comment>jury.structure.fours.low</comment>
        <translation>Частини не завдовжки чотири чи вісім тактів.</translation>
    </message>
    <message>
        <source>Its parts begin with different pickups.</source>
        <comment>jury.structure.pickups.high</comment>
        <translation>Частини починаються з різних затактів.</translation>
    </message>
    <message>
        <source>Its parts do not end alike.</source>
        <comment>jury.structure.before.low</comment>
        <translation>Частини закінчуються по-різному.</translation>
    </message>
    <message>
        <source>Its parts do not end alike.</source>
        <comment>jury.structure.ends.low</comment>
        <translation>Частини закінчуються по-різному.</translation>
    </message>
    <message>
        <source>Its parts do not end alike.</source>
        <comment>jury.structure.tail.low</comment>
        <translation>Частини закінчуються по-різному.</translation>
    </message>
    <message>
        <source>Its parts do not end on the tonic.</source>
        <comment>jury.melody.part_ends.low</comment>
        <translation>Частини закінчуються не на тоніці.</translation>
    </message>
    <message>
        <source>Its parts end as real tunes seldom do.</source>
        <comment>jury.melody.ends.high</comment>
        <translation>Частини закінчуються так, як справжні мелодії закінчуються рідко.</translation>
    </message>
    <message>
        <source>Its parts end on degrees where real tunes of its mode seldom end.</source>
        <comment>jury.mode.ends.high</comment>
        <translation>Частини закінчуються на ступенях, на яких справжні мелодії цього ладу закінчуються рідко.</translation>
    </message>
    <message>
        <source>Its parts end on different degrees.</source>
        <comment>jury.structure.finals.high</comment>
        <translation>Частини закінчуються на різних ступенях.</translation>
    </message>
    <message>
        <source>Its parts have different accidentals.</source>
        <comment>jury.structure.signs.high</comment>
        <translation>Частини мають різні знаки альтерації.</translation>
    </message>
    <message>
        <source>Its parts have different rhythms.</source>
        <comment>jury.structure.divisions.low</comment>
        <translation>Частини мають різні ритми.</translation>
    </message>
    <message>
        <source>Its parts have different rhythms.</source>
        <comment>jury.structure.patterns.low</comment>
        <translation>Частини мають різні ритми.</translation>
    </message>
    <message>
        <source>Its parts have no measure in common.</source>
        <comment>jury.structure.kin.low</comment>
        <translation>Частини не мають жодного спільного такту.</translation>
    </message>
    <message>
        <source>Its parts have no measures in common.</source>
        <comment>jury.structure.shared.low</comment>
        <translation>Частини не мають спільних тактів.</translation>
    </message>
    <message>
        <source>Its parts have no motifs in common.</source>
        <comment>jury.structure.motifs.low</comment>
        <translation>Частини не мають спільних мотивів.</translation>
    </message>
    <message>
        <source>Its parts move in different intervals.</source>
        <comment>jury.structure.intervals.high</comment>
        <translation>Частини рухаються різними інтервалами.</translation>
    </message>
    <message>
        <source>Its parts use different note lengths.</source>
        <comment>jury.structure.lengths_apart.high</comment>
        <translation>Частини мають різні тривалості.</translation>
    </message>
    <message>
        <source>Its parts use different notes.</source>
        <comment>jury.structure.degrees.low</comment>
        <translation>Частини складаються з різних нот.</translation>
    </message>
    <message>
        <source>Its phrases do not answer each other.</source>
        <comment>jury.structure.lag4.low</comment>
        <translation>Фрази не відповідають одна одній.</translation>
    </message>
    <message>
        <source>Its range and its leaps are typical.</source>
        <comment>jury.range.typical</comment>
        <translation>Діапазон і стрибки типові.</translation>
    </message>
    <message>
        <source>Its range is odd: {share} % of real tunes are odder.</source>
        <comment>jury.range.odd</comment>
        <translation>Діапазон незвичний: ще незвичніший він у {share}&#xa0;% справжніх мелодій.</translation>
    </message>
    <message>
        <source>Its range or its leaps are less usual than in most real tunes: {share} % of these are odder.</source>
        <comment>jury.range.seldom</comment>
        <translation>Її діапазон або стрибки менш звичні, ніж у більшості справжніх мелодій: ще незвичніші серед них {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>Its rhythm is less usual than that of most real tunes: {share} % of these are odder.</source>
        <comment>jury.rhythm.seldom</comment>
        <translation>Її ритм менш звичний, ніж у більшості справжніх мелодій: ще незвичніші серед них {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>Its rhythm is odd: {share} % of real tunes are odder.</source>
        <comment>jury.rhythm.odd</comment>
        <translation>Ритм незвичний: ще незвичніший він у {share}&#xa0;% справжніх мелодій.</translation>
    </message>
    <message>
        <source>Its rhythm is typical.</source>
        <comment>jury.rhythm.typical</comment>
        <translation>Ритм типовий.</translation>
    </message>
    <message>
        <source>Jumps</source>
        <comment>interpretation.navigation</comment>
        <translation>Переходи</translation>
    </message>
    <message>
        <source>K: is empty: the tune is read without sharps and flats.</source>
        <comment>notation.key-empty</comment>
        <translation>Поле K: порожнє: мелодію прочитано без дієзів і бемолів.</translation>
    </message>
    <message>
        <source>KOI8-U (Cyrillic)</source>
        <comment>encoding.koi8_u</comment>
        <translation>KOI8-U (кирилиця)</translation>
    </message>
    <message>
        <source>Key, and the last line of the header: the music follows.</source>
        <comment>explain.field.K</comment>
        <translation>Тональність і останній рядок заголовка: далі йде музика.</translation>
    </message>
    <message>
        <source>Keys that cannot be read</source>
        <comment>health.bad-key</comment>
        <translation>Тональності, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>LSTMModel has to hold one Embedding, one LSTM and one Linear, of the sizes that it is given.</source>
        <comment>lesson.own_network</comment>
        <translation>LSTMModel має містити один Embedding, один LSTM і один Linear тих розмірів, які їй дано.</translation>
    </message>
    <message>
        <source>Layers</source>
        <comment>hyperparameter.num_layers</comment>
        <translation>Шари</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <comment>hyperparameter.learning_rate</comment>
        <translation>Швидкість навчання</translation>
    </message>
    <message>
        <source>Length</source>
        <comment>sampling.max_chars</comment>
        <translation>Довжина</translation>
    </message>
    <message>
        <source>Less than 1 GB is free: a training keeps its checkpoints there. Make room, or set ABCSTUDIO_HOME to a folder on a larger disk.</source>
        <comment>doctor.do_space</comment>
        <translation>Вільно менше ніж 1 ГБ, а тренування зберігає там контрольні точки. Звільніть місце або вкажіть в ABCSTUDIO_HOME теку на більшому диску.</translation>
    </message>
    <message>
        <source>Less than 1 GB is free: a training may be ended by the system. Close other programs.</source>
        <comment>doctor.do_memory</comment>
        <translation>Вільно менше ніж 1 ГБ: система може зупинити тренування. Закрийте інші програми.</translation>
    </message>
    <message>
        <source>Let it train for more steps, or give it more hidden units.</source>
        <comment>verdict.more_steps</comment>
        <translation>Дайте їй більше кроків або більше нейронів.</translation>
    </message>
    <message>
        <source>Lets the numbers that stand for a character when it is read also score it when it is written: fewer weights to learn.</source>
        <comment>hyperparameter.tied_weights.help</comment>
        <translation>Ті самі числа, що позначають символ під час читання, оцінюють його й під час письма: ваг для навчання менше.</translation>
    </message>
    <message>
        <source>Letters that mean nothing</source>
        <comment>health.shorthand-undefined</comment>
        <translation>Літери, що нічого не означають</translation>
    </message>
    <message>
        <source>Line of lyrics</source>
        <comment>snippet.lyrics</comment>
        <translation>Рядок слів</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <comment>lesson.line</comment>
        <translation>Рядок {line}</translation>
    </message>
    <message>
        <source>Lines of text follow, up to %%endtext.</source>
        <comment>explain.directive.begintext</comment>
        <translation>Далі йдуть рядки тексту, до&#xa0;%%endtext.</translation>
    </message>
    <message>
        <source>Lines of the header that are no fields</source>
        <comment>health.text-in-header</comment>
        <translation>Рядки заголовка, що не є полями</translation>
    </message>
    <message>
        <source>Locrian</source>
        <comment>explain.mode.locrian</comment>
        <translation>локрійський</translation>
    </message>
    <message>
        <source>Logging to {name} stopped ({reason}). Training goes on, and the run&apos;s folder keeps everything.</source>
        <comment>log.failed</comment>
        <translation>Журнал {name} зупинено ({reason}). Тренування триває, і тека запуску зберігає все.</translation>
    </message>
    <message>
        <source>Logging to {name} stopped: {path} cannot be written ({reason}). Training goes on, and the run&apos;s folder keeps everything.</source>
        <comment>log.unwritable</comment>
        <translation>Журнал {name} зупинено: не вдалося записати {path} ({reason}). Тренування триває, і тека запуску зберігає все.</translation>
    </message>
    <message>
        <source>Loud, then soft at once (fortepiano).</source>
        <comment>explain.decoration.fp</comment>
        <translation>Гучно і відразу тихо (форте-піано).</translation>
    </message>
    <message>
        <source>Loudness</source>
        <comment>interpretation.dynamics</comment>
        <translation>Динаміка</translation>
    </message>
    <message>
        <source>Loudness of first, strong and other beats, and how many make a group</source>
        <comment>explain.midi.beat</comment>
        <translation>Гучність першої, сильних та інших долей і скільки їх у групі</translation>
    </message>
    <message>
        <source>Loudness of the bass, 0 to 127</source>
        <comment>explain.midi.bassvol</comment>
        <translation>Гучність баса, від 0 до 127</translation>
    </message>
    <message>
        <source>Loudness of the chords, 0 to 127</source>
        <comment>explain.midi.chordvol</comment>
        <translation>Гучність акордів, від 0 до 127</translation>
    </message>
    <message>
        <source>Loudness: as loud as can be.</source>
        <comment>explain.decoration.ffff</comment>
        <translation>Динаміка: якнайгучніше.</translation>
    </message>
    <message>
        <source>Loudness: as soft as can be.</source>
        <comment>explain.decoration.pppp</comment>
        <translation>Динаміка: якнайтихіше.</translation>
    </message>
    <message>
        <source>Loudness: loud (forte).</source>
        <comment>explain.decoration.f</comment>
        <translation>Динаміка: гучно (форте).</translation>
    </message>
    <message>
        <source>Loudness: rather loud (mezzo forte).</source>
        <comment>explain.decoration.mf</comment>
        <translation>Динаміка: помірно гучно (мецо-форте).</translation>
    </message>
    <message>
        <source>Loudness: rather soft (mezzo piano).</source>
        <comment>explain.decoration.mp</comment>
        <translation>Динаміка: помірно тихо (мецо-піано).</translation>
    </message>
    <message>
        <source>Loudness: soft (piano).</source>
        <comment>explain.decoration.p</comment>
        <translation>Динаміка: тихо (піано).</translation>
    </message>
    <message>
        <source>Loudness: very loud (fortissimo).</source>
        <comment>explain.decoration.ff</comment>
        <translation>Динаміка: дуже гучно (фортисимо).</translation>
    </message>
    <message>
        <source>Loudness: very soft (pianissimo).</source>
        <comment>explain.decoration.pp</comment>
        <translation>Динаміка: дуже тихо (піанісимо).</translation>
    </message>
    <message>
        <source>Loudness: very, very loud.</source>
        <comment>explain.decoration.fff</comment>
        <translation>Динаміка: дуже-дуже гучно.</translation>
    </message>
    <message>
        <source>Loudness: very, very soft.</source>
        <comment>explain.decoration.ppp</comment>
        <translation>Динаміка: дуже-дуже тихо.</translation>
    </message>
    <message>
        <source>Lydian</source>
        <comment>explain.mode.lydian</comment>
        <translation>лідійський</translation>
    </message>
    <message>
        <source>Lyrics for the line of notes above: - parts syllables, _ holds one, * skips a note, ~ joins words.</source>
        <comment>explain.lyrics</comment>
        <translation>Слова для рядка нот вище: - ділить на склади, _ тримає склад, * пропускає ноту, ~ з’єднує слова.</translation>
    </message>
    <message>
        <source>Lyrics: syllables for the notes of the line above.</source>
        <comment>explain.field.w</comment>
        <translation>Слова: склади для нот рядка вище.</translation>
    </message>
    <message>
        <source>M4A and MP4 files are not read. Convert the recording to MP3, FLAC or WAV in a sound editor, and open that file.</source>
        <comment>hearing.mp4</comment>
        <translation>Файли M4A та MP4 не читаються. Перетворіть запис на MP3, FLAC або WAV у звуковому редакторі й відкрийте той файл.</translation>
    </message>
    <message>
        <source>MIDI</source>
        <comment>doctor.midi</comment>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MIDI channel of the voice; 10 is the drum kit</source>
        <comment>explain.midi.channel</comment>
        <translation>MIDI-канал голосу; 10&#xa0;— ударна установка</translation>
    </message>
    <message>
        <source>Mac Roman</source>
        <comment>encoding.mac_roman</comment>
        <translation>Mac Roman</translation>
    </message>
    <message>
        <source>Macro</source>
        <comment>snippet.macro</comment>
        <translation>Макрос</translation>
    </message>
    <message>
        <source>Macro: a short sign for longer music.</source>
        <comment>explain.field.m</comment>
        <translation>Макрос: короткий знак для довшої музики.</translation>
    </message>
    <message>
        <source>Macros that are too long</source>
        <comment>health.limit-macro-length</comment>
        <translation>Задовгі макроси</translation>
    </message>
    <message>
        <source>Macros that cannot be read</source>
        <comment>health.bad-macro</comment>
        <translation>Макроси, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Macros that write too much</source>
        <comment>health.limit-macro-text</comment>
        <translation>Макроси, які пишуть забагато</translation>
    </message>
    <message>
        <source>Make it a remark</source>
        <comment>notation.fix-remark</comment>
        <translation>Зробити приміткою</translation>
    </message>
    <message>
        <source>Make it a slur</source>
        <comment>notation.fix-slur</comment>
        <translation>Зробити фразувальною лігою</translation>
    </message>
    <message>
        <source>Many measures are unlike all before them.</source>
        <comment>jury.structure.unlike.high</comment>
        <translation>Багато тактів не схожі на жоден із попередніх.</translation>
    </message>
    <message>
        <source>Many notes are held over the beat.</source>
        <comment>jury.rhythm.off.high</comment>
        <translation>Багато нот тягнуться через долю.</translation>
    </message>
    <message>
        <source>Many notes lie outside its key.</source>
        <comment>jury.mode.outside.high</comment>
        <translation>Багато нот поза тональністю.</translation>
    </message>
    <message>
        <source>Marcato: a strong accent.</source>
        <comment>explain.decoration.marcato</comment>
        <translation>Маркато: сильний акцент.</translation>
    </message>
    <message>
        <source>Measure {number}</source>
        <comment>newness.begins_with.measure</comment>
        <translation>Такт {number}</translation>
    </message>
    <message>
        <source>Measure {number} has no bar line at the end of the line.</source>
        <comment>notation.bar-line-missing</comment>
        <translation>Такт {number} у кінці рядка не має тактової риски.</translation>
    </message>
    <message>
        <source>Measure {number} is in no repeat that is played twice. Put the caret into one, such as |: ... :|.</source>
        <comment>rewriting.no_repeat</comment>
        <translation>Такт {number} не входить у репризу, яку грають двічі. Поставте курсор у репризу, наприклад |: ... :|.</translation>
    </message>
    <message>
        <source>Measure {number} is not full, and a bar line ends it. Fill it, or take its bar line away, so that the ending can begin in it.</source>
        <comment>rewriting.short_measure</comment>
        <translation>Такт {number} неповний, і його закриває тактова риска. Доповніть такт або приберіть риску, щоб закінчення могло початися в ньому.</translation>
    </message>
    <message>
        <source>Measure {number} is {amount} short: {found} instead of {expected} in the meter {meter}.</source>
        <comment>notation.measure-short</comment>
        <translation>У такті {number} бракує: {amount}. У ньому {found} замість {expected} за розміром {meter}.</translation>
    </message>
    <message>
        <source>Measure {number} is {amount} too long: {found} instead of {expected} in the meter {meter}.</source>
        <comment>notation.measure-long</comment>
        <translation>У такті {number} зайве: {amount}. У ньому {found} замість {expected} за розміром {meter}.</translation>
    </message>
    <message numerus="yes">
        <source>Measure {number} of this MusicXML file lasts more than {limit:,} whole notes. Export it again from the program that wrote it.</source>
        <comment>musicxml.long_measure</comment>
        <translation>
            <numerusform>Такт {number} цього файлу MusicXML довший за {limit:,} цілу. Експортуйте файл знову з програми, яка його записала.</numerusform>
            <numerusform>Такт {number} цього файлу MusicXML довший за {limit:,} цілі. Експортуйте файл знову з програми, яка його записала.</numerusform>
            <numerusform>Такт {number} цього файлу MusicXML довший за {limit:,} цілих. Експортуйте файл знову з програми, яка його записала.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure {number}, which is to change with one of these, is tied to its neighbor. Let rhythm and contour change, or only the measures themselves.</source>
        <comment>rewriting.tied_return</comment>
        <translation>Такт {number}, який має змінитися разом з одним із цих, залігований із сусіднім. Дозвольте міняти ритм і контур або змініть лише самі ці такти.</translation>
    </message>
    <message>
        <source>Measures are shorter or longer than the meter says.</source>
        <comment>jury.rhythm.wrong.high</comment>
        <translation>Є такти, коротші або довші, ніж каже розмір.</translation>
    </message>
    <message>
        <source>Measures are too much like the one before them.</source>
        <comment>jury.structure.lag1.high</comment>
        <translation>Такти надто схожі на попередні.</translation>
    </message>
    <message>
        <source>Measures that are too long</source>
        <comment>health.measure-long</comment>
        <translation>Задовгі такти</translation>
    </message>
    <message>
        <source>Measures that are too short</source>
        <comment>health.measure-short</comment>
        <translation>Закороткі такти</translation>
    </message>
    <message>
        <source>Measures that the drum pattern is spread over</source>
        <comment>explain.midi.drumbars</comment>
        <translation>На скільки тактів розтягнуто малюнок ударних</translation>
    </message>
    <message>
        <source>Measures that the pattern is spread over</source>
        <comment>explain.midi.gchordbars</comment>
        <translation>На скільки тактів розтягнуто малюнок</translation>
    </message>
    <message>
        <source>Measures {first} to {last} are none, for the last comes before the first. Name the first one first.</source>
        <comment>rewriting.empty_range</comment>
        <translation>Такти від {first} до {last}&#xa0;— це порожньо: останній стоїть перед першим. Назвіть спершу перший.</translation>
    </message>
    <message>
        <source>Measures {first}-{last}</source>
        <comment>newness.begins_with.measures</comment>
        <translation>Такти {first}–{last}</translation>
    </message>
    <message>
        <source>Melody</source>
        <comment>snippet.words.melody</comment>
        <translation>Мелодія</translation>
    </message>
    <message numerus="yes">
        <source>Memory does not suffice for the whole batch, so {rows} pieces of text are read at once. The network learns the same, only slower.</source>
        <comment>training.rows_at_once</comment>
        <translation>
            <numerusform>Пам’яті на весь батч не вистачає, тож одночасно читається {rows} фрагмент тексту. Мережа навчається так само, лише повільніше.</numerusform>
            <numerusform>Пам’яті на весь батч не вистачає, тож одночасно читається {rows} фрагменти тексту. Мережа навчається так само, лише повільніше.</numerusform>
            <numerusform>Пам’яті на весь батч не вистачає, тож одночасно читається {rows} фрагментів тексту. Мережа навчається так само, лише повільніше.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meter: what a measure holds.</source>
        <comment>explain.field.M</comment>
        <translation>Розмір: що вміщує такт.</translation>
    </message>
    <message>
        <source>Meters that cannot be read</source>
        <comment>health.bad-meter</comment>
        <translation>Розміри, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Meters with more than is read</source>
        <comment>health.meter-rest-unread</comment>
        <translation>Розміри, прочитані не повністю</translation>
    </message>
    <message>
        <source>Missing bar lines</source>
        <comment>health.bar-line-missing</comment>
        <translation>Пропущені тактові риски</translation>
    </message>
    <message>
        <source>Misspelt modes</source>
        <comment>health.key-mode-misspelt</comment>
        <translation>Лади з помилкою в написанні</translation>
    </message>
    <message>
        <source>Mixolydian</source>
        <comment>explain.mode.mixolydian</comment>
        <translation>міксолідійський</translation>
    </message>
    <message>
        <source>Mordent: the note, the one below it, and the note again, quickly.</source>
        <comment>explain.decoration.lowermordent</comment>
        <translation>Перекреслений мордент: нота, нижча сусідня і знову нота, швидко.</translation>
    </message>
    <message>
        <source>More notes sound at once than can be written; some were left out: measure {measures}.</source>
        <comment>musicxml.left_overlap</comment>
        <translation>Одночасно звучить більше нот, ніж можна записати; деякі пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>More syllables than notes</source>
        <comment>health.lyrics-too-long</comment>
        <translation>Складів більше, ніж нот</translation>
    </message>
    <message>
        <source>More symbols than notes</source>
        <comment>health.symbols-too-many</comment>
        <translation>Знаків (поле s:) більше, ніж нот</translation>
    </message>
    <message>
        <source>Mouth organ</source>
        <comment>explain.program.22</comment>
        <translation>Губна гармоніка</translation>
    </message>
    <message>
        <source>Music stands behind measure {number}, and the ending takes its place with as many measures. Leave out how many.</source>
        <comment>rewriting.ending_stands</comment>
        <translation>Після такту {number} є музика, і закінчення замінює її, займаючи стільки ж тактів. Не вказуйте їхньої кількості.</translation>
    </message>
    <message>
        <source>Music that an empty line parts from its tune</source>
        <comment>health.text-after-tune</comment>
        <translation>Музика, відокремлена порожнім рядком від своєї мелодії</translation>
    </message>
    <message>
        <source>NVIDIA {version}</source>
        <comment>doctor.driver_found</comment>
        <translation>NVIDIA {version}</translation>
    </message>
    <message>
        <source>Nearly every measure has a rhythm of its own.</source>
        <comment>jury.rhythm.patterns.high</comment>
        <translation>Майже кожен такт має власний ритм.</translation>
    </message>
    <message>
        <source>Nearly the same tune, in any key</source>
        <comment>health.near-copy</comment>
        <translation>Майже та сама мелодія, у будь-якій тональності</translation>
    </message>
    <message>
        <source>New measures have no rhythm, contour or ends that could be kept, and return nowhere. Leave that out.</source>
        <comment>rewriting.nothing_kept</comment>
        <translation>Нові такти не мають ні ритму, ні контуру, ні крайніх нот, які можна зберегти, і нікуди не повертаються. Не вказуйте цього.</translation>
    </message>
    <message>
        <source>New tune: hornpipe</source>
        <comment>snippet.tune.hornpipe</comment>
        <translation>Нова мелодія: горнпайп</translation>
    </message>
    <message>
        <source>New tune: jig</source>
        <comment>snippet.tune.jig</comment>
        <translation>Нова мелодія: джига</translation>
    </message>
    <message>
        <source>New tune: march</source>
        <comment>snippet.tune.march</comment>
        <translation>Нова мелодія: марш</translation>
    </message>
    <message>
        <source>New tune: polka</source>
        <comment>snippet.tune.polka</comment>
        <translation>Нова мелодія: полька</translation>
    </message>
    <message>
        <source>New tune: reel</source>
        <comment>snippet.tune.reel</comment>
        <translation>Нова мелодія: рил</translation>
    </message>
    <message>
        <source>New tune: slide</source>
        <comment>snippet.tune.slide</comment>
        <translation>Нова мелодія: слайд</translation>
    </message>
    <message>
        <source>New tune: slip jig</source>
        <comment>snippet.tune.slip-jig</comment>
        <translation>Нова мелодія: сліп-джига</translation>
    </message>
    <message>
        <source>New tune: song with lyrics</source>
        <comment>snippet.tune.song</comment>
        <translation>Нова мелодія: пісня зі словами</translation>
    </message>
    <message>
        <source>New tune: strathspey</source>
        <comment>snippet.tune.strathspey</comment>
        <translation>Нова мелодія: стратспей</translation>
    </message>
    <message>
        <source>New tune: two voices</source>
        <comment>snippet.tune.two-voices</comment>
        <translation>Нова мелодія: два голоси</translation>
    </message>
    <message>
        <source>New tune: waltz</source>
        <comment>snippet.tune.waltz</comment>
        <translation>Нова мелодія: вальс</translation>
    </message>
    <message>
        <source>No chord: the accompaniment is silent from here on.</source>
        <comment>explain.no-chord</comment>
        <translation>Без акорду: супровід звідси мовчить.</translation>
    </message>
    <message>
        <source>No drums from here on.</source>
        <comment>explain.decoration.nodrum</comment>
        <translation>Звідси без ударних.</translation>
    </message>
    <message>
        <source>No field of ABC begins with this letter; it is left out.</source>
        <comment>explain.field-unknown</comment>
        <translation>Такого поля в ABC немає; його пропущено.</translation>
    </message>
    <message>
        <source>No key: no sharps and no flats.</source>
        <comment>explain.key-none</comment>
        <translation>Без тональності: без дієзів і бемолів.</translation>
    </message>
    <message>
        <source>No measure returns.</source>
        <comment>jury.structure.distinct.high</comment>
        <translation>Жоден такт не повертається.</translation>
    </message>
    <message>
        <source>No model is loaded. Train one, or choose one from the list.</source>
        <comment>model.none</comment>
        <translation>Модель не завантажено. Натренуйте її або виберіть зі списку.</translation>
    </message>
    <message numerus="yes">
        <source>No more takes than these {count} were found that differ.</source>
        <comment>rewriting.fewer</comment>
        <translation>
            <numerusform>Знайдено лише {count} відмінну спробу, більше немає.</numerusform>
            <numerusform>Знайдено лише {count} відмінні спроби, більше немає.</numerusform>
            <numerusform>Знайдено лише {count} відмінних спроб, більше немає.</numerusform>
        </translation>
    </message>
    <message>
        <source>No note can be written here. Put the caret into a line of music.</source>
        <comment>edit.no_place_for_notes</comment>
        <translation>Тут не можна записати ноту. Поставте курсор у рядок музики.</translation>
    </message>
    <message>
        <source>No other notes go up and down as those of these measures do. Keep less, or choose other measures.</source>
        <comment>rewriting.no_contour</comment>
        <translation>Жодні інші ноти не йдуть угору й униз так, як у цих тактах. Збережіть менше або виберіть інші такти.</translation>
    </message>
    <message>
        <source>No part of the tune is named {labels}, so it is left out when the parts are played in order. A line P: begins a part.</source>
        <comment>notation.part-missing</comment>
        <translation>Частин із такою позначкою в мелодії немає: {labels}. За порядком частин їх пропущено. Частина починається рядком P:.</translation>
    </message>
    <message>
        <source>No place in it is plain.</source>
        <comment>jury.melody.plainest.high</comment>
        <translation>Жодне місце не є простим.</translation>
    </message>
    <message>
        <source>No player knows the word {word} in a %%MIDI line; it changes nothing.</source>
        <comment>notation.midi-word-unknown</comment>
        <translation>Жоден програвач не знає слова {word} у рядку&#xa0;%%MIDI; воно нічого не змінює.</translation>
    </message>
    <message numerus="yes">
        <source>No problems in {count:,} tunes.</source>
        <comment>health.none</comment>
        <translation>
            <numerusform>У {count:,} мелодії проблем немає.</numerusform>
            <numerusform>У {count:,} мелодіях проблем немає.</numerusform>
            <numerusform>У {count:,} мелодіях проблем немає.</numerusform>
        </translation>
    </message>
    <message>
        <source>No space left on device</source>
        <comment>system.full</comment>
        <translation>на диску немає місця</translation>
    </message>
    <message>
        <source>No such device</source>
        <comment>system.no_device</comment>
        <translation>немає такого пристрою</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <comment>system.missing</comment>
        <translation>немає такого файлу чи теки</translation>
    </message>
    <message>
        <source>No training run passes the filter.</source>
        <comment>runs.none</comment>
        <translation>Жоден запуск тренування не відповідає фільтру.</translation>
    </message>
    <message>
        <source>No tune as wished goes on from “{text}”: {wish}. Change the seed or this wish.</source>
        <comment>wish.outside_prompt</comment>
        <translation>Жодна мелодія з таким побажанням не продовжує «{text}»: {wish}. Змініть початок або це побажання.</translation>
    </message>
    <message>
        <source>No tune has {text}, not nearly.</source>
        <comment>finding.nothing</comment>
        <translation>{text}: жодна мелодія цього не має, навіть приблизно.</translation>
    </message>
    <message>
        <source>No tune is left to learn from. Let the steps leave more.</source>
        <comment>preparation.nothing_left</comment>
        <translation>Не лишилося мелодій для тренування. Нехай кроки залишають більше.</translation>
    </message>
    <message>
        <source>No tune that goes on from “{text}” has all that is wished. Take one of the wishes away, or change the seed.</source>
        <comment>wish.not_together</comment>
        <translation>Жодна мелодія, що продовжує «{text}», не має всього бажаного. Зніміть одне з побажань або змініть початок.</translation>
    </message>
    <message>
        <source>No tune that goes on from “{text}” has all that is wished; without one of the wishes there is one: {wish}.</source>
        <comment>wish.not_with_others</comment>
        <translation>Жодна мелодія, що продовжує «{text}», не має всього бажаного; вона можлива без одного побажання: {wish}.</translation>
    </message>
    <message>
        <source>No tune with whole measures goes on from “{text}”. Change the seed, or switch off Full measures.</source>
        <comment>prompt.outside_guard</comment>
        <translation>Жодна мелодія з повними тактами не продовжує «{text}». Змініть початок або вимкніть «Повні такти».</translation>
    </message>
    <message>
        <source>No tunes were held out (the held-out share is 0, or there are too few tunes for it), so nothing is known of how it does with others. Raise the held-out share or give it more tunes to measure it.</source>
        <comment>verdict.unmeasured</comment>
        <translation>Жодної мелодії не відкладено (частка відкладених 0, або мелодій для цього замало), тож невідомо, як їй вдаються інші. Щоб виміряти це, збільште частку відкладених або дайте більше мелодій.</translation>
    </message>
    <message>
        <source>No tunes were held out, so there is no validation loss to compare.</source>
        <comment>sweep.words.unmeasured</comment>
        <translation>Відкладених мелодій не було, тож немає втрат на валідації, які можна порівняти.</translation>
    </message>
    <message>
        <source>No two parts end alike.</source>
        <comment>jury.melody.rhyme.low</comment>
        <translation>Немає двох частин з однаковим кінцем.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>lesson.kind_nothing</comment>
        <translation>None</translation>
    </message>
    <message>
        <source>None of the sources that {path} combines holds a tune that can be read.</source>
        <comment>corpus.nothing_combined</comment>
        <translation>Жодне з джерел, які об’єднує «{path}», не містить мелодії, яку можна прочитати.</translation>
    </message>
    <message>
        <source>None of the tunes can be drawn, so there is no book to write.</source>
        <comment>export.book_empty</comment>
        <translation>Жодної мелодії не вдалося набрати, тож збірки для друку не буде.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <comment>system.no_folder</comment>
        <translation>це не тека</translation>
    </message>
    <message>
        <source>Not every value stands beside every other one, so the means of a setting hold effects of the others too.</source>
        <comment>sweep.words.no_grid</comment>
        <translation>Не кожне значення трапляється поруч із кожним іншим, тому в середніх одного параметра є вплив і решти.</translation>
    </message>
    <message>
        <source>Not filled in yet: {title}.</source>
        <comment>report.empty_box</comment>
        <translation>Ще не заповнено: {title}.</translation>
    </message>
    <message>
        <source>Not read: remarks and directives, the lines that begin with %.</source>
        <comment>model_text.remarks</comment>
        <translation>Не прочитано: примітки й директиви, тобто рядки, що починаються з&#xa0;%.</translation>
    </message>
    <message>
        <source>Not read: the lines %%abcstudio, which say where a take came from.</source>
        <comment>model_text.own_lines</comment>
        <translation>Не прочитано: рядки&#xa0;%%abcstudio, де записано, звідки взялася спроба.</translation>
    </message>
    <message>
        <source>Not read: the lines {fields}, on which the model was not trained.</source>
        <comment>model_text.fields</comment>
        <translation>Не прочитано: рядки {fields}, на яких модель не тренувалася.</translation>
    </message>
    <message>
        <source>Not read: {characters}, which the model has never seen, and what they are a part of.</source>
        <comment>model_text.characters</comment>
        <translation>Не прочитано: {characters} і те, частиною чого вони є: модель ніколи їх не бачила.</translation>
    </message>
    <message>
        <source>Note heads of a form that ABC does not have became usual ones: measure {measures}.</source>
        <comment>musicxml.left_notehead</comment>
        <translation>Головки нот, форми яких в ABC немає, замінено звичайними: такт {measures}.</translation>
    </message>
    <message>
        <source>Note lengths that cannot be read</source>
        <comment>health.bad-length</comment>
        <translation>Тривалості, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>interpretation.group.notes</comment>
        <translation>Ноти</translation>
    </message>
    <message>
        <source>Notes between quarter tones were put to the nearest quarter tone: measure {measures}.</source>
        <comment>musicxml.left_quarter_tone</comment>
        <translation>Ноти між чвертьтонами зведено до найближчого чвертьтону: такт {measures}.</translation>
    </message>
    <message>
        <source>Notes of drums stand at their place on the staff and sound as the notes there: measure {measures}.</source>
        <comment>musicxml.left_percussion</comment>
        <translation>Ноти ударних стоять на своїх місцях нотоносця і звучать як ноти на цих місцях: такт {measures}.</translation>
    </message>
    <message>
        <source>Notes that are too long to play</source>
        <comment>health.limit-length</comment>
        <translation>Ноти, задовгі для відтворення</translation>
    </message>
    <message>
        <source>Notes with too many marks for octaves</source>
        <comment>health.octave-out-of-range</comment>
        <translation>Ноти із завеликою кількістю позначок октави</translation>
    </message>
    <message>
        <source>Notes with too many signs</source>
        <comment>health.limit-marks</comment>
        <translation>Ноти із завеликою кількістю знаків</translation>
    </message>
    <message>
        <source>Notes: remarks for readers.</source>
        <comment>explain.field.N</comment>
        <translation>Нотатки: примітки для читачів.</translation>
    </message>
    <message>
        <source>Nothing can be written into {path}: {reason}. Choose another folder.</source>
        <comment>export.folder_unusable</comment>
        <translation>У теку «{path}» нічого не вдалося записати: {reason}. Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>Nothing in it is said twice.</source>
        <comment>jury.melody.runs.high</comment>
        <translation>Ніщо не звучить двічі.</translation>
    </message>
    <message>
        <source>Nothing is left to compose between the first and the last note of these measures. Choose more measures, or let the ends change.</source>
        <comment>rewriting.only_ends</comment>
        <translation>Між першою і останньою нотою цих тактів складати нічого. Виберіть більше тактів або дозвольте міняти крайні ноти.</translation>
    </message>
    <message>
        <source>Nothing like it returns in it.</source>
        <comment>jury.structure.near.low</comment>
        <translation>Не повертається навіть нічого схожого.</translation>
    </message>
    <message>
        <source>Nothing returns in it.</source>
        <comment>jury.structure.again.low</comment>
        <translation>Нічого не повертається.</translation>
    </message>
    <message>
        <source>Nothing sounds in this recording.</source>
        <comment>hearing.silent</comment>
        <translation>У цьому записі нічого не звучить.</translation>
    </message>
    <message>
        <source>Nothing was trained. To go on without patience: abcstudio train --resume {path} --steps {more} --set patience=0</source>
        <comment>training.at_its_patience</comment>
        <translation>Нічого не натреновано. Щоб продовжити без терпіння: abcstudio train --resume {path} --steps {more} --set patience=0</translation>
    </message>
    <message>
        <source>Nothing: takes the meaning of a letter away.</source>
        <comment>explain.decoration.nil</comment>
        <translation>Нічого: забирає значення в літери.</translation>
    </message>
    <message>
        <source>Numbers (X:) that another tune has</source>
        <comment>health.repeated-number</comment>
        <translation>Номери (X:), які має й інша мелодія</translation>
    </message>
    <message>
        <source>Numbers (X:) that are none</source>
        <comment>health.bad-reference-number</comment>
        <translation>Номери (X:), що не є номерами</translation>
    </message>
    <message>
        <source>Oboe</source>
        <comment>explain.program.68</comment>
        <translation>Гобой</translation>
    </message>
    <message>
        <source>Ocarina</source>
        <comment>explain.program.79</comment>
        <translation>Окарина</translation>
    </message>
    <message>
        <source>Octave lines were left out; the notes stand where they sound: measure {measures}.</source>
        <comment>musicxml.left_octave_line</comment>
        <translation>Знаки октавного перенесення пропущено; ноти стоять там, де звучать: такт {measures}.</translation>
    </message>
    <message>
        <source>Octaves that the notes are shifted by</source>
        <comment>explain.word.octave</comment>
        <translation>На скільки октав зсунуто ноти</translation>
    </message>
    <message>
        <source>Of these settings one moves the mean loss most, by {span:.3f}: {name}.</source>
        <comment>sweep.words.matters_most</comment>
        <translation>Із цих параметрів середні втрати найбільше, на {span:.3f}, змінює один: {name}.</translation>
    </message>
    <message>
        <source>Old forms of chords</source>
        <comment>health.chord-old-style</comment>
        <translation>Старі записи акордів</translation>
    </message>
    <message>
        <source>Old forms of tempo</source>
        <comment>health.tempo-old-style</comment>
        <translation>Старі записи темпу</translation>
    </message>
    <message>
        <source>One measure comes again and again in a row.</source>
        <comment>jury.structure.run.high</comment>
        <translation>Один такт звучить знов і знов поспіль.</translation>
    </message>
    <message>
        <source>One measure comes too often.</source>
        <comment>jury.structure.commonest.high</comment>
        <translation>Один такт трапляється надто часто.</translation>
    </message>
    <message>
        <source>One measure has a rhythm that real tunes hardly know.</source>
        <comment>jury.rhythm.strangest.high</comment>
        <translation>Один такт має ритм, якого справжні мелодії майже не знають.</translation>
    </message>
    <message>
        <source>One note comes too often.</source>
        <comment>jury.melody.weight.high</comment>
        <translation>Одна нота трапляється надто часто.</translation>
    </message>
    <message>
        <source>One repeat ends here, and the next begins.</source>
        <comment>explain.repeat-ends-and-begins</comment>
        <translation>Тут закінчується одна реприза й починається наступна.</translation>
    </message>
    <message>
        <source>One whole measure without a note, and nothing is shown.</source>
        <comment>explain.measure-rest-invisible</comment>
        <translation>Один цілий такт без нот, і нічого не видно.</translation>
    </message>
    <message>
        <source>Only a part of tune {number} of {path} was written: {files}. {reason}</source>
        <comment>export.tune_incomplete</comment>
        <translation>Мелодію {number} з файлу «{path}» записано лише частково: {files}. {reason}</translation>
    </message>
    <message>
        <source>Only one beam goes on here.</source>
        <comment>explain.decoration.beambr1</comment>
        <translation>Далі йде лише одне ребро.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first {count:,} characters were read: the text is long.</source>
        <comment>model_text.cut</comment>
        <translation>
            <numerusform>Текст довгий, тому прочитано лише {count:,} символ від початку.</numerusform>
            <numerusform>Текст довгий, тому прочитано лише {count:,} символи від початку.</numerusform>
            <numerusform>Текст довгий, тому прочитано лише {count:,} символів від початку.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only two beams go on here.</source>
        <comment>explain.decoration.beambr2</comment>
        <translation>Далі йдуть лише два ребра.</translation>
    </message>
    <message>
        <source>Only {value} is read of this meter; write music on a line of its own.</source>
        <comment>notation.meter-rest-unread</comment>
        <translation>Із цього розміру прочитано лише {value}; музику пишіть в окремому рядку.</translation>
    </message>
    <message>
        <source>Open string or harmonic: a small circle.</source>
        <comment>explain.decoration.open</comment>
        <translation>Відкрита струна або флажолет: маленьке коло.</translation>
    </message>
    <message>
        <source>Open the repeat there</source>
        <comment>notation.fix-open-repeat</comment>
        <translation>Відкрити там репризу</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <comment>system.not_permitted</comment>
        <translation>дію не дозволено</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <comment>hyperparameter.optimizer</comment>
        <translation>Оптимізатор</translation>
    </message>
    <message>
        <source>Orders of parts that are too long</source>
        <comment>health.limit-parts</comment>
        <translation>Задовгі порядки частин</translation>
    </message>
    <message>
        <source>Orders of parts that cannot be read</source>
        <comment>health.bad-part-order</comment>
        <translation>Порядки частин, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Ordinary note head again.</source>
        <comment>explain.decoration.style=normal</comment>
        <translation>Знову звичайна головка ноти.</translation>
    </message>
    <message>
        <source>Origin: the country or region of the tune.</source>
        <comment>explain.field.O</comment>
        <translation>Походження: країна або край, звідки мелодія.</translation>
    </message>
    <message>
        <source>Ornaments</source>
        <comment>interpretation.group.ornaments</comment>
        <translation>Мелізми</translation>
    </message>
    <message>
        <source>Other keys</source>
        <comment>hyperparameter.transpositions</comment>
        <translation>Інші тональності</translation>
    </message>
    <message>
        <source>Other tunes</source>
        <comment>book.other</comment>
        <translation>Інші мелодії</translation>
    </message>
    <message>
        <source>Own chord: a name and its semitones</source>
        <comment>explain.midi.chordname</comment>
        <translation>Власний акорд: назва і його півтони</translation>
    </message>
    <message>
        <source>P: in the header says in which order the parts are played, so that a repeat written out would be played as often again. Take that line out first.</source>
        <comment>rewriting.part_order</comment>
        <translation>Поле P: у заголовку задає порядок частин, тож виписану репризу грали б стільки ж разів іще раз. Спершу приберіть той рядок.</translation>
    </message>
    <message>
        <source>Pan pipes</source>
        <comment>explain.program.75</comment>
        <translation>Флейта Пана</translation>
    </message>
    <message>
        <source>Part label</source>
        <comment>snippet.part</comment>
        <translation>Позначка частини</translation>
    </message>
    <message>
        <source>Part of a block of text that is not music.</source>
        <comment>explain.block</comment>
        <translation>Частина блоку тексту, який не є музикою.</translation>
    </message>
    <message>
        <source>Part {label} begins here.</source>
        <comment>explain.part</comment>
        <translation>Тут починається частина {label}.</translation>
    </message>
    <message>
        <source>Parts that the order names and the tune lacks</source>
        <comment>health.part-missing</comment>
        <translation>Частини, які є в порядку, але не в мелодії</translation>
    </message>
    <message>
        <source>Parts: the order in which they are played.</source>
        <comment>explain.field.P</comment>
        <translation>Частини: порядок, у якому їх грають.</translation>
    </message>
    <message>
        <source>Patience</source>
        <comment>hyperparameter.patience</comment>
        <translation>Терпіння</translation>
    </message>
    <message>
        <source>Patience {patience} ended this run at step {step}: no evaluation after step {best} has brought a lower validation loss.</source>
        <comment>training.ended_by_patience</comment>
        <translation>Терпіння {patience} закінчило цей запуск на кроці {step}: після кроку {best} жодне оцінювання не дало менших втрат на валідації.</translation>
    </message>
    <message>
        <source>Pattern of loud and soft beats: f, m, p</source>
        <comment>explain.midi.beatstring</comment>
        <translation>Малюнок гучних і тихих долей: f, m, p</translation>
    </message>
    <message>
        <source>Pattern of the accompaniment: f bass, c chord, z silence</source>
        <comment>explain.midi.gchord</comment>
        <translation>Малюнок супроводу: f бас, c акорд, z тиша</translation>
    </message>
    <message>
        <source>Pattern of the drums: d strike, z silence, then drums and loudness</source>
        <comment>explain.midi.drum</comment>
        <translation>Малюнок ударних: d удар, z тиша, далі інструменти й гучність</translation>
    </message>
    <message>
        <source>Pedal down from here.</source>
        <comment>explain.decoration.ped(</comment>
        <translation>Звідси педаль натиснуто.</translation>
    </message>
    <message>
        <source>Pedal down.</source>
        <comment>explain.decoration.ped</comment>
        <translation>Натиснути педаль.</translation>
    </message>
    <message>
        <source>Pedal up here.</source>
        <comment>explain.decoration.ped)</comment>
        <translation>Тут педаль відпускають.</translation>
    </message>
    <message>
        <source>Pedal up.</source>
        <comment>explain.decoration.ped-end</comment>
        <translation>Відпустити педаль.</translation>
    </message>
    <message>
        <source>Pedal up.</source>
        <comment>explain.decoration.ped-up</comment>
        <translation>Відпустити педаль.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <comment>system.denied</comment>
        <translation>доступ заборонено</translation>
    </message>
    <message>
        <source>Phrygian</source>
        <comment>explain.mode.phrygian</comment>
        <translation>фригійський</translation>
    </message>
    <message>
        <source>Piano</source>
        <comment>explain.program.0</comment>
        <translation>Фортепіано</translation>
    </message>
    <message>
        <source>Piccolo</source>
        <comment>explain.program.72</comment>
        <translation>Піколо</translation>
    </message>
    <message>
        <source>Pieces of text</source>
        <comment>hyperparameter.windows</comment>
        <translation>Фрагменти</translation>
    </message>
    <message>
        <source>Pieces of text cannot begin at tunes here: no tune of this text begins with X: after an empty line. Choose random pieces instead.</source>
        <comment>training.no_tune_starts</comment>
        <translation>Фрагменти тексту не можуть тут починатися з мелодій: жодна мелодія цього тексту не починається з X: після порожнього рядка. Виберіть випадкові фрагменти.</translation>
    </message>
    <message>
        <source>Played out with the neighbours of the note.</source>
        <comment>interpretation.trills.help</comment>
        <translation>Грати їх повністю, із сусідніми ступенями.</translation>
    </message>
    <message>
        <source>Plucked strings</source>
        <comment>explain.program.45</comment>
        <translation>Струнні щипком</translation>
    </message>
    <message>
        <source>Plus sign: left-hand pizzicato, or a cut.</source>
        <comment>explain.decoration.plus</comment>
        <translation>Знак плюс: піцикато лівою рукою або кат.</translation>
    </message>
    <message>
        <source>Pointer heads</source>
        <comment>hyperparameter.pointer_heads</comment>
        <translation>Голови вказівника</translation>
    </message>
    <message>
        <source>Precision</source>
        <comment>hyperparameter.precision</comment>
        <translation>Точність обчислень</translation>
    </message>
    <message>
        <source>Processor, threads: {threads}</source>
        <comment>device.cpu</comment>
        <translation>Процесор, потоків: {threads}</translation>
    </message>
    <message>
        <source>Pulse</source>
        <comment>interpretation.metric_stress</comment>
        <translation>Наголос на першій долі</translation>
    </message>
    <message>
        <source>PyTorch cannot be loaded: {reason}</source>
        <comment>doctor.no_network</comment>
        <translation>PyTorch не завантажується: {reason}</translation>
    </message>
    <message>
        <source>PyTorch {version} for {build}, with {threads} threads</source>
        <comment>doctor.network_found</comment>
        <translation>PyTorch {version}, призначення: {build}, потоків: {threads}</translation>
    </message>
    <message>
        <source>Quotes that are never closed</source>
        <comment>health.quote-not-closed</comment>
        <translation>Незакриті лапки</translation>
    </message>
    <message>
        <source>ROCm {version}</source>
        <comment>doctor.build_rocm</comment>
        <translation>ROCm {version}</translation>
    </message>
    <message>
        <source>Random pieces begin anywhere with an empty memory, or at tunes, which pays where they are as long as tunes. Contiguous ones go on where the last ended, and the network keeps what it has read.</source>
        <comment>hyperparameter.windows.help</comment>
        <translation>«Випадково»&#xa0;— фрагменти починаються будь-де, з порожньою пам’яттю, або на початках мелодій, що корисно, коли вони завдовжки як мелодії. «Поспіль»&#xa0;— кожен продовжує попередній, і мережа пам’ятає прочитане.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <comment>hyperparameter.rng_seed</comment>
        <translation>Зерно випадковості</translation>
    </message>
    <message>
        <source>Read as MIDI numbers</source>
        <comment>finding.read.midi</comment>
        <translation>Прочитано як номери MIDI</translation>
    </message>
    <message>
        <source>Read as a contour: up, down, repeated</source>
        <comment>finding.read.contour</comment>
        <translation>Прочитано як контур: угору, вниз, повтор</translation>
    </message>
    <message>
        <source>Read as intervals in semitones</source>
        <comment>finding.read.intervals</comment>
        <translation>Прочитано як інтервали в півтонах</translation>
    </message>
    <message>
        <source>Read as note names</source>
        <comment>finding.read.names</comment>
        <translation>Прочитано як назви нот</translation>
    </message>
    <message>
        <source>Read as numbers of a scale</source>
        <comment>finding.read.degrees</comment>
        <translation>Прочитано як ступені звукоряду</translation>
    </message>
    <message>
        <source>Read in {key}</source>
        <comment>finding.read.key</comment>
        <translation>Прочитано в тональності {key}</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <comment>system.read_only</comment>
        <translation>файлова система лише для читання</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <comment>report.gathering</comment>
        <translation>Читання запусків…</translation>
    </message>
    <message>
        <source>Recorder, whistle</source>
        <comment>explain.program.74</comment>
        <translation>Блокфлейта, вістл</translation>
    </message>
    <message>
        <source>Recurrent layers on top of each other. More see larger shapes, and learn and compose more slowly.</source>
        <comment>hyperparameter.num_layers.help</comment>
        <translation>Рекурентні шари один над одним. Що їх більше, то більші побудови вони бачать і то повільніше навчаються й складають.</translation>
    </message>
    <message>
        <source>Reference number: a tune begins with it.</source>
        <comment>explain.field.X</comment>
        <translation>Номер: ним починається мелодія.</translation>
    </message>
    <message>
        <source>Remark, which programs pass over.</source>
        <comment>explain.field.r</comment>
        <translation>Примітка, яку програми пропускають.</translation>
    </message>
    <message>
        <source>Remove the blanks</source>
        <comment>notation.fix-remove-blanks</comment>
        <translation>Прибрати пробіли</translation>
    </message>
    <message>
        <source>Remove {text}</source>
        <comment>notation.fix-remove</comment>
        <translation>Прибрати {text}</translation>
    </message>
    <message>
        <source>Repeat</source>
        <comment>snippet.repeat</comment>
        <translation>Реприза</translation>
    </message>
    <message>
        <source>Repeat with two endings</source>
        <comment>snippet.endings</comment>
        <translation>Реприза з двома вольтами</translation>
    </message>
    <message>
        <source>Repeated notes</source>
        <comment>interpretation.repeated_notes</comment>
        <translation>Повторювані ноти</translation>
    </message>
    <message>
        <source>Repeats that are never closed</source>
        <comment>health.repeat-not-closed</comment>
        <translation>Незакриті репризи</translation>
    </message>
    <message>
        <source>Repeats that were never opened</source>
        <comment>health.repeat-assumed</comment>
        <translation>Репризи без початку</translation>
    </message>
    <message>
        <source>Rests that are too long</source>
        <comment>health.limit-rest</comment>
        <translation>Задовгі паузи</translation>
    </message>
    <message>
        <source>Rhythm: the kind of dance, such as reel or jig.</source>
        <comment>explain.field.R</comment>
        <translation>Жанр: вид танцю, як-от рил чи джига.</translation>
    </message>
    <message>
        <source>Right.</source>
        <comment>lesson.passed</comment>
        <translation>Правильно.</translation>
    </message>
    <message>
        <source>Rinforzando: louder for a moment.</source>
        <comment>explain.decoration.rfz</comment>
        <translation>Ринфорцандо: на мить гучніше.</translation>
    </message>
    <message>
        <source>Roll</source>
        <comment>snippet.roll</comment>
        <translation>Рол</translation>
    </message>
    <message>
        <source>Roll, as in Irish music: the note with a cut and a tap.</source>
        <comment>explain.decoration.irishroll</comment>
        <translation>Рол, як в ірландській музиці: нота з катом і тепом.</translation>
    </message>
    <message>
        <source>Roll, as in Irish music: the note with a cut and a tap.</source>
        <comment>explain.decoration.roll</comment>
        <translation>Рол, як в ірландській музиці: нота з катом і тепом.</translation>
    </message>
    <message>
        <source>Rolls</source>
        <comment>interpretation.rolls</comment>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Room between notes in the score; it takes no time.</source>
        <comment>explain.spacer</comment>
        <translation>Місце між нотами на аркуші; часу не займає.</translation>
    </message>
    <message>
        <source>Sample only from the likeliest characters that together have this probability; 1 for all.</source>
        <comment>sampling.top_p.help</comment>
        <translation>Вибирати лише серед найімовірніших символів, які разом мають таку ймовірність; 1&#xa0;— серед усіх.</translation>
    </message>
    <message>
        <source>Sample only from this many of the likeliest characters; 0 for all.</source>
        <comment>sampling.top_k.help</comment>
        <translation>Вибирати лише серед стількох найімовірніших символів; 0&#xa0;— серед усіх.</translation>
    </message>
    <message>
        <source>Sample only what can still end in a whole tune whose measures add up.</source>
        <comment>sampling.guard.help</comment>
        <translation>Вибирати лише те, що ще може скластися в цілу мелодію з тактами потрібної довжини.</translation>
    </message>
    <message>
        <source>Say after which measure the new ones or the ending are to come (--after 8).</source>
        <comment>rewriting.add_where</comment>
        <translation>Вкажіть, після якого такту мають бути нові такти чи закінчення (--after 8).</translation>
    </message>
    <message>
        <source>Say what is to come after that measure: so many measures (--add 4), an ending (--ending), or both.</source>
        <comment>rewriting.after_what</comment>
        <translation>Вкажіть, що має бути після того такту: кількість тактів (--add 4), закінчення (--ending) або те й те.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <comment>hyperparameter.schedule</comment>
        <translation>Графік швидкості</translation>
    </message>
    <message>
        <source>Second</source>
        <comment>snippet.words.second</comment>
        <translation>Другий</translation>
    </message>
    <message>
        <source>Second voice within a measure</source>
        <comment>snippet.overlay</comment>
        <translation>Другий голос у такті</translation>
    </message>
    <message>
        <source>Segno: D.S. leads back to this sign.</source>
        <comment>explain.decoration.segno</comment>
        <translation>Сеньйо: D.S. повертає до цього знака.</translation>
    </message>
    <message>
        <source>Semitones higher that it sounds</source>
        <comment>explain.midi.transpose</comment>
        <translation>На скільки півтонів вище звучить</translation>
    </message>
    <message>
        <source>Semitones higher that it sounds</source>
        <comment>explain.word.transpose</comment>
        <translation>На скільки півтонів вище звучить</translation>
    </message>
    <message>
        <source>Semitones higher, added to those before</source>
        <comment>explain.midi.rtranspose</comment>
        <translation>На скільки півтонів вище, додатково до попередніх</translation>
    </message>
    <message>
        <source>Sequence length</source>
        <comment>hyperparameter.seq_len</comment>
        <translation>Довжина послідовності</translation>
    </message>
    <message>
        <source>Several measures have a rhythm that real tunes hardly know.</source>
        <comment>jury.rhythm.strange.high</comment>
        <translation>Кілька тактів мають ритм, якого справжні мелодії майже не знають.</translation>
    </message>
    <message>
        <source>Sforzando: this note suddenly louder.</source>
        <comment>explain.decoration.sf</comment>
        <translation>Сфорцандо: ця нота раптово гучніша.</translation>
    </message>
    <message>
        <source>Sforzando: this note suddenly louder.</source>
        <comment>explain.decoration.sfz</comment>
        <translation>Сфорцандо: ця нота раптово гучніша.</translation>
    </message>
    <message>
        <source>Shape note, as in Sacred Harp.</source>
        <comment>explain.decoration.shape</comment>
        <translation>Фігурна нота, як у «Sacred Harp».</translation>
    </message>
    <message>
        <source>Share of a note that its grace notes take, such as 1/2</source>
        <comment>explain.midi.grace</comment>
        <translation>Частка ноти, яку забирають форшлаги, наприклад 1/2</translation>
    </message>
    <message>
        <source>Share of the tunes that the network never learns from, to measure it by.</source>
        <comment>hyperparameter.validation_share.help</comment>
        <translation>Частка мелодій, на яких мережа ніколи не вчиться, щоб вимірювати її на них.</translation>
    </message>
    <message>
        <source>Share of the units that are left out at random for each piece of text, so that the network does not learn tunes by heart.</source>
        <comment>hyperparameter.dropout.help</comment>
        <translation>Частка нейронів, які випадково вимикаються для кожного фрагмента тексту, щоб мережа не завчала мелодій напам’ять.</translation>
    </message>
    <message>
        <source>Share of the weights from a unit&apos;s past to its present that are left out at random in each step. It keeps a network that reads its tunes many times from learning them by heart.</source>
        <comment>hyperparameter.weight_dropout.help</comment>
        <translation>Частка ваг між минулим і теперішнім станом нейронів, які випадково вимикаються на кожному кроці. Не дає завчити мелодії напам’ять мережі, що читає їх багато разів.</translation>
    </message>
    <message>
        <source>Short fermata: the note is held a little longer.</source>
        <comment>explain.decoration.halffermata</comment>
        <translation>Коротка фермата: ноту тримають трохи довше.</translation>
    </message>
    <message>
        <source>Signs such as !f! and hairpins are heard.</source>
        <comment>interpretation.dynamics.help</comment>
        <translation>Знаки, як-от !f!, і вилки крещендо та димінуендо чутно.</translation>
    </message>
    <message>
        <source>Signs that ABC does not have</source>
        <comment>health.lost-signs</comment>
        <translation>Знаки, яких в ABC немає</translation>
    </message>
    <message>
        <source>Signs that mean nothing</source>
        <comment>health.unknown-character</comment>
        <translation>Знаки, що нічого не означають</translation>
    </message>
    <message>
        <source>Since step {step} the loss on held-out tunes has risen: the network of step {step} is kept; fewer steps or more dropout would do.</source>
        <comment>training.risen</comment>
        <translation>Від кроку {step} втрати на відкладених мелодіях зростали: збережено мережу кроку {step}; вистачить менше кроків або допоможе більший дропаут.</translation>
    </message>
    <message>
        <source>Skip repeats</source>
        <comment>interpretation.skip_repeats</comment>
        <translation>Без повторів</translation>
    </message>
    <message>
        <source>Slash note head: only the rhythm counts.</source>
        <comment>explain.decoration.style=rhythm</comment>
        <translation>Головка-риска: важить лише ритм.</translation>
    </message>
    <message>
        <source>Slide: glide up to the note from below.</source>
        <comment>explain.decoration.slide</comment>
        <translation>Під’їзд: ковзання до ноти знизу.</translation>
    </message>
    <message>
        <source>Slides</source>
        <comment>interpretation.slides</comment>
        <translation>Під’їзди</translation>
    </message>
    <message>
        <source>Slur</source>
        <comment>snippet.slur</comment>
        <translation>Фразувальна ліга</translation>
    </message>
    <message>
        <source>Slurs</source>
        <comment>interpretation.slurs</comment>
        <translation>Ліги</translation>
    </message>
    <message>
        <source>Slurs that are never closed</source>
        <comment>health.slur-not-closed</comment>
        <translation>Незакриті ліги</translation>
    </message>
    <message>
        <source>Slurs that were never opened</source>
        <comment>health.slur-not-opened</comment>
        <translation>Ліги без початку</translation>
    </message>
    <message>
        <source>Small notes sound, in the time of the next note.</source>
        <comment>interpretation.grace_notes.help</comment>
        <translation>Дрібні ноти звучать за рахунок наступної ноти.</translation>
    </message>
    <message>
        <source>Snap pizzicato: the string hits the fingerboard.</source>
        <comment>explain.decoration.snap</comment>
        <translation>Піцикато Бартока: струна б’є об гриф.</translation>
    </message>
    <message>
        <source>Some signs that ABC does not have were left out: measure {measures}.</source>
        <comment>musicxml.left_other_sign</comment>
        <translation>Деякі знаки, яких в ABC немає, пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>Something that the studio needs is missing: see the lines that begin with “problem”.</source>
        <comment>doctor.not_well</comment>
        <translation>Бракує чогось, що потрібно студії: дивіться рядки, які починаються словом „problem“.</translation>
    </message>
    <message>
        <source>Sound cannot be written without a sound font.</source>
        <comment>export.no_sound_font</comment>
        <translation>Записати звук без банку звуків не можна.</translation>
    </message>
    <message>
        <source>Source: from whom or where the tune was learned.</source>
        <comment>explain.field.S</comment>
        <translation>Джерело: від кого або звідки взято мелодію.</translation>
    </message>
    <message>
        <source>Spacing of the staff, from old programs; it changes nothing.</source>
        <comment>explain.field.E</comment>
        <translation>Відстані на нотоносці, зі старих програм; нічого не змінює.</translation>
    </message>
    <message>
        <source>Staccato</source>
        <comment>interpretation.staccato</comment>
        <translation>Стакато</translation>
    </message>
    <message>
        <source>Staccato dot: the note is played short.</source>
        <comment>explain.decoration.dot</comment>
        <translation>Крапка стакато: ноту грають коротко.</translation>
    </message>
    <message>
        <source>Staccato: the note is played short.</source>
        <comment>explain.decoration.staccato</comment>
        <translation>Стакато: ноту грають коротко.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <comment>system.stale</comment>
        <translation>файл на мережевому диску вже недоступний</translation>
    </message>
    <message>
        <source>Staves (%%score)</source>
        <comment>snippet.staves</comment>
        <translation>Нотоносці (%%score)</translation>
    </message>
    <message>
        <source>Staves for voices that are not there</source>
        <comment>health.layout-voice-unknown</comment>
        <translation>Нотоносці для відсутніх голосів</translation>
    </message>
    <message>
        <source>Staves that cannot be read</source>
        <comment>health.bad-staff-layout</comment>
        <translation>Розподіли нотоносців, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>hyperparameter.steps</comment>
        <translation>Кроки</translation>
    </message>
    <message>
        <source>Steps at the start in which the learning rate rises to its full value.</source>
        <comment>hyperparameter.warmup_steps.help</comment>
        <translation>Кроки на початку, за які швидкість навчання зростає до повного значення.</translation>
    </message>
    <message>
        <source>Steps between checkpoints</source>
        <comment>hyperparameter.checkpoint_every</comment>
        <translation>Кроків між контрольними точками</translation>
    </message>
    <message>
        <source>Steps between evaluations</source>
        <comment>hyperparameter.evaluate_every</comment>
        <translation>Кроків між оцінюваннями</translation>
    </message>
    <message>
        <source>Stop at the end of the tune</source>
        <comment>sampling.stop_at_tune_end</comment>
        <translation>Зупинитися в кінці мелодії</translation>
    </message>
    <message>
        <source>Stopped at step {step}. To go on: abcstudio train --resume {path}</source>
        <comment>training.stopped</comment>
        <translation>Зупинено на кроці {step}. Щоб продовжити: abcstudio train --resume {path}</translation>
    </message>
    <message>
        <source>Stopped before the first step was kept: there is no model yet.</source>
        <comment>training.stopped_before_model</comment>
        <translation>Зупинено раніше, ніж збережено перший крок: моделі ще немає.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <comment>work.cancelled</comment>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>Swing</source>
        <comment>interpretation.hornpipe_swing</comment>
        <translation>Свінг</translation>
    </message>
    <message>
        <source>Symbols for the notes of the line above.</source>
        <comment>explain.field.s</comment>
        <translation>Знаки для нот рядка вище.</translation>
    </message>
    <message>
        <source>Take {number} does not say how it was composed, so it cannot be composed again.</source>
        <comment>take.no_origin</comment>
        <translation>У спробі {number} не сказано, як її складено, тож скласти її знову не можна.</translation>
    </message>
    <message>
        <source>Take {number} is different now: its model, the program or the device has changed.</source>
        <comment>take.not_the_same</comment>
        <translation>Спроба {number} тепер інша: змінилася її модель, програма або пристрій.</translation>
    </message>
    <message>
        <source>Take {number} was composed by an older version of the program. Its text is kept, but this version cannot compose it again.</source>
        <comment>take.older_edition</comment>
        <translation>Спробу {number} склала давніша версія програми. Її текст збережено, але ця версія не може скласти її знову.</translation>
    </message>
    <message>
        <source>Take {number} was composed by the model {model}, which is not here, so it cannot be composed again.</source>
        <comment>take.no_model</comment>
        <translation>Спробу {number} склала модель «{model}», якої тут немає, тож скласти її знову не можна.</translation>
    </message>
    <message>
        <source>Tells how ABC Studio composed this tune, so that it can be made again.</source>
        <comment>explain.directive.abcstudio</comment>
        <translation>Каже, як ABC Studio склала цю мелодію, щоб її можна було скласти знову.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <comment>sampling.temperature</comment>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Tempo</source>
        <comment>snippet.tempo</comment>
        <translation>Темп</translation>
    </message>
    <message>
        <source>Tempo of the rhythm</source>
        <comment>interpretation.rhythm_tempo</comment>
        <translation>Темп за жанром</translation>
    </message>
    <message>
        <source>Tempo.</source>
        <comment>explain.field.Q</comment>
        <translation>Темп.</translation>
    </message>
    <message>
        <source>Tempos that cannot be read</source>
        <comment>health.bad-tempo</comment>
        <translation>Темпи, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Tenuto: the note is held for its full length.</source>
        <comment>explain.decoration.tenuto</comment>
        <translation>Тенуто: ноту тримають на повну тривалість.</translation>
    </message>
    <message>
        <source>Text above a note</source>
        <comment>snippet.annotation</comment>
        <translation>Текст над нотою</translation>
    </message>
    <message>
        <source>Text in the header that is no field; it is left out.</source>
        <comment>explain.text-in-header</comment>
        <translation>Текст у заголовку, що не є полем; його пропущено.</translation>
    </message>
    <message>
        <source>Text that is not part of a tune.</source>
        <comment>explain.text</comment>
        <translation>Текст, що не належить до мелодії.</translation>
    </message>
    <message>
        <source>Text that stands in the score as it is.</source>
        <comment>explain.directive-text</comment>
        <translation>Текст, що стоїть у нотах як є.</translation>
    </message>
    <message>
        <source>Texts in quotes that are no chords</source>
        <comment>health.chord-symbol-unknown</comment>
        <translation>Тексти в лапках, що не є акордами</translation>
    </message>
    <message>
        <source>That it is {q} comes from the meter {meter}.</source>
        <comment>explain.tuplet-meter</comment>
        <translation>Число {q} випливає з розміру {meter}.</translation>
    </message>
    <message>
        <source>That note sounds here already.</source>
        <comment>edit.note_in_chord</comment>
        <translation>Ця нота тут уже звучить.</translation>
    </message>
    <message>
        <source>The GPU failed ({reason}). Try again.</source>
        <comment>device.failed</comment>
        <translation>Відеокарта дала збій ({reason}). Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The MIDI note that C is played as; 60 is middle C</source>
        <comment>explain.midi.c</comment>
        <translation>Нота MIDI, якою звучить C; 60&#xa0;— до першої октави</translation>
    </message>
    <message>
        <source>The accidental is a reminder, in brackets.</source>
        <comment>explain.decoration.courtesy</comment>
        <translation>Знак альтерації&#xa0;— нагадування, у дужках.</translation>
    </message>
    <message>
        <source>The accidental is the editor&apos;s, above the note.</source>
        <comment>explain.decoration.editorial</comment>
        <translation>Знак альтерації додано редактором, над нотою.</translation>
    </message>
    <message>
        <source>The address of {name} leads to one that does not prove whose it is, so nothing was fetched. Look at {page}.</source>
        <comment>catalogue.unsafe</comment>
        <translation>Адреса збірки «{name}» веде туди, де не доведено, чия вона, тож нічого не завантажено. Погляньте на {page}.</translation>
    </message>
    <message>
        <source>The blank ends the beam: notes without a blank between them are joined.</source>
        <comment>explain.space</comment>
        <translation>Пробіл закінчує ребро: ноти без пробілу між ними з’єднані.</translation>
    </message>
    <message>
        <source>The bracket of the ending stops here.</source>
        <comment>explain.decoration.rbstop</comment>
        <translation>Дужка вольти закінчується тут.</translation>
    </message>
    <message>
        <source>The character {character} cannot stand here. Leave it out.</source>
        <comment>edit.bad_character</comment>
        <translation>Символ {character} не може тут стояти. Приберіть його.</translation>
    </message>
    <message>
        <source>The check of this lesson does not work: {path}: {reason}.</source>
        <comment>lesson.check_broken</comment>
        <translation>Перевірка цього уроку не працює: {path}: {reason}.</translation>
    </message>
    <message>
        <source>The check of this lesson ends its process: {path}. Take out what does that, such as os._exit.</source>
        <comment>lesson.check_ended</comment>
        <translation>Перевірка цього уроку завершує власний процес: {path}. Приберіть те, що це робить, наприклад os._exit.</translation>
    </message>
    <message numerus="yes">
        <source>The check of this lesson had not ended after {seconds} seconds and was stopped: {path}. Look for a loop in it, or in its answers, that never ends.</source>
        <comment>lesson.check_time</comment>
        <translation>
            <numerusform>Перевірка цього уроку не закінчилася за {seconds} секунду, і її зупинено: {path}. Пошукайте в ній або в її відповідях цикл без кінця.</numerusform>
            <numerusform>Перевірка цього уроку не закінчилася за {seconds} секунди, і її зупинено: {path}. Пошукайте в ній або в її відповідях цикл без кінця.</numerusform>
            <numerusform>Перевірка цього уроку не закінчилася за {seconds} секунд, і її зупинено: {path}. Пошукайте в ній або в її відповідях цикл без кінця.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chord is never closed: a ] is missing after its last note.</source>
        <comment>notation.chord-not-closed</comment>
        <translation>Акорд не закрито: після останньої ноти бракує ].</translation>
    </message>
    <message>
        <source>The chord takes the time of its first note, {length}.</source>
        <comment>explain.chord-length-of-first</comment>
        <translation>Акорд займає час першої ноти: {length}.</translation>
    </message>
    <message>
        <source>The chord {name} over {bass}: {notes}.</source>
        <comment>explain.chord-symbol-bass</comment>
        <translation>Акорд {name}, у басу {bass}: {notes}.</translation>
    </message>
    <message>
        <source>The chord {name}: {notes}.</source>
        <comment>explain.chord-symbol</comment>
        <translation>Акорд {name}: {notes}.</translation>
    </message>
    <message>
        <source>The code ended its process before its answer could be looked at. Take out what ends the program, such as os._exit.</source>
        <comment>lesson.silent</comment>
        <translation>Код завершив свій процес раніше, ніж можна було перевірити відповідь. Приберіть те, що завершує програму, наприклад os._exit.</translation>
    </message>
    <message>
        <source>The code wrote more files than a lesson may have ({folder} MB together), so it was stopped. No lesson needs files.</source>
        <comment>lesson.files</comment>
        <translation>Код записав більше файлів, ніж дозволено уроку (разом {folder} МБ), тож його зупинено. Файли не потрібні жодному уроку.</translation>
    </message>
    <message>
        <source>The commands work without a screen; `abcstudio --help` lists them. For the window, start it in a desktop session.</source>
        <comment>doctor.do_screen</comment>
        <translation>Команди працюють і без екрана; їх перелічує `abcstudio --help`. Щоб відкрити вікно, запустіть програму в сеансі робочого столу.</translation>
    </message>
    <message>
        <source>The connection broke off. What has come of {name} is kept; go on downloading to fetch the rest.</source>
        <comment>catalogue.broken_off</comment>
        <translation>З’єднання перервалося. Отримане зі збірки «{name}» збережено; натисніть «Завантажувати далі», щоб отримати решту.</translation>
    </message>
    <message>
        <source>The drone begins</source>
        <comment>explain.midi.droneon</comment>
        <translation>Бурдон вступає</translation>
    </message>
    <message>
        <source>The drone ends</source>
        <comment>explain.midi.droneoff</comment>
        <translation>Бурдон замовкає</translation>
    </message>
    <message>
        <source>The drum pattern of a tune that has one (%%MIDI drum) is played.</source>
        <comment>interpretation.drums.help</comment>
        <translation>Звучить ритм ударних мелодії, якщо він у ній є (%%MIDI drum).</translation>
    </message>
    <message>
        <source>The drums begin</source>
        <comment>explain.midi.drumon</comment>
        <translation>Ударні вступають</translation>
    </message>
    <message>
        <source>The drums end</source>
        <comment>explain.midi.drumoff</comment>
        <translation>Ударні замовкають</translation>
    </message>
    <message>
        <source>The drums were left out.</source>
        <comment>midi.drums_left_out</comment>
        <translation>Ударні пропущено.</translation>
    </message>
    <message>
        <source>The elements of “{name}” are of the type {found}, and should be of the type {wanted}.</source>
        <comment>lesson.fact_type</comment>
        <translation>Елементи «{name}» мають бути типу {wanted}, а зараз вони типу {found}.</translation>
    </message>
    <message>
        <source>The encoding of {path} has no bytes for a character of the cleaned tunes. Write them to a new file instead.</source>
        <comment>health.unencodable</comment>
        <translation>У кодуванні файлу «{path}» немає байтів для символу з очищених мелодій. Запишіть їх у новий файл.</translation>
    </message>
    <message>
        <source>The end of the lines of text.</source>
        <comment>explain.directive.endtext</comment>
        <translation>Кінець рядків тексту.</translation>
    </message>
    <message>
        <source>The end of the measures that are written several times.</source>
        <comment>explain.overlay-ends</comment>
        <translation>Кінець тактів, записаних кілька разів.</translation>
    </message>
    <message>
        <source>The end of this line of text is the end of a line of the score too.</source>
        <comment>explain.line-end-score</comment>
        <translation>Кінець цього рядка тексту&#xa0;— це й кінець рядка нот.</translation>
    </message>
    <message>
        <source>The end of this line of text.</source>
        <comment>explain.line-end</comment>
        <translation>Кінець цього рядка тексту.</translation>
    </message>
    <message>
        <source>The environment names this process as one of several (RANK, WORLD_SIZE), but torchrun has not started it: it trains alone.</source>
        <comment>training.stray_rank</comment>
        <translation>Середовище називає цей процес одним із кількох (RANK, WORLD_SIZE), але його запустила не torchrun: він тренує сам.</translation>
    </message>
    <message numerus="yes">
        <source>The field or directive is longer than {limit:,} characters; the rest of it is not read.</source>
        <comment>notation.limit-field</comment>
        <translation>
            <numerusform>Поле чи директива довше за {limit:,} символ; решту не прочитано.</numerusform>
            <numerusform>Поле чи директива довше за {limit:,} символи; решту не прочитано.</numerusform>
            <numerusform>Поле чи директива довше за {limit:,} символів; решту не прочитано.</numerusform>
        </translation>
    </message>
    <message>
        <source>The fifth measure of a part does not go back to its first.</source>
        <comment>jury.structure.fifth.low</comment>
        <translation>П’ятий такт частини не повертається до першого.</translation>
    </message>
    <message>
        <source>The file does not tell its key; {key} fits the notes best.</source>
        <comment>midi.key_guessed</comment>
        <translation>У файлі не вказано тональності; до нот найбільше пасує {key}.</translation>
    </message>
    <message>
        <source>The file does not tell its meter; it was taken as {meter}.</source>
        <comment>midi.meter_guessed</comment>
        <translation>У файлі не вказано розміру; прийнято {meter}.</translation>
    </message>
    <message>
        <source>The file {path} holds no words for the report.</source>
        <comment>report.no_words</comment>
        <translation>У файлі «{path}» немає тексту для звіту.</translation>
    </message>
    <message>
        <source>The final bar line: thin and thick.</source>
        <comment>explain.bar-final</comment>
        <translation>Кінцева тактова риска: тонка й товста.</translation>
    </message>
    <message>
        <source>The first beat of a measure is a little louder.</source>
        <comment>interpretation.metric_stress.help</comment>
        <translation>Перша доля такту трохи гучніша.</translation>
    </message>
    <message>
        <source>The first ending: played the first time only.</source>
        <comment>explain.ending-first</comment>
        <translation>Перша вольта: її грають лише першого разу.</translation>
    </message>
    <message>
        <source>The glissando ends.</source>
        <comment>explain.decoration.glisse</comment>
        <translation>Кінець глісандо.</translation>
    </message>
    <message>
        <source>The grace notes are never closed: a }} is missing after the last of them.</source>
        <comment>notation.grace-not-closed</comment>
        <translation>Форшлаги не закрито: після останнього бракує }}.</translation>
    </message>
    <message>
        <source>The greatest share of right measures, {share} %, was written by another network: {values}. Loss and music do not agree here; listen to both.</source>
        <comment>sweep.words.music_other</comment>
        <translation>Найбільшу частку правильних тактів, {share}&#xa0;%, написала інша мережа: {values}. Тут втрати й музика не збігаються; послухайте обидві.</translation>
    </message>
    <message>
        <source>The history has no such takes. The window keeps each take that it composes.</source>
        <comment>take.none</comment>
        <translation>В історії немає таких спроб. У вікні зберігається кожна складена спроба.</translation>
    </message>
    <message>
        <source>The history has no take {number}. abcstudio takes list prints those that it has.</source>
        <comment>take.not_there</comment>
        <translation>В історії немає спроби {number}. Наявні спроби показує команда abcstudio takes list.</translation>
    </message>
    <message>
        <source>The key of the Highland pipes: F and C are sharp and G is natural.</source>
        <comment>explain.key-pipes</comment>
        <translation>Стрій шотландської волинки: фа й до з дієзом, соль із бекаром.</translation>
    </message>
    <message>
        <source>The key of {tonic} {mode}: {signature}.</source>
        <comment>explain.key</comment>
        <translation>Тональність {tonic} {mode}: {signature}.</translation>
    </message>
    <message>
        <source>The kind of dance: {rhythm}.</source>
        <comment>explain.rhythm</comment>
        <translation>Жанр: {rhythm}.</translation>
    </message>
    <message>
        <source>The last part has no bar line that ends it. Write its ending first, or the bar line.</source>
        <comment>rewriting.part_open</comment>
        <translation>Останню частину не закриває тактова риска. Спершу допишіть її закінчення або риску.</translation>
    </message>
    <message>
        <source>The lesson cannot be used because of {path}: {lacking}.</source>
        <comment>lesson.invalid</comment>
        <translation>Урок непридатний через «{path}»: {lacking}.</translation>
    </message>
    <message>
        <source>The lesson lacks the file {path}.</source>
        <comment>lesson.file_missing</comment>
        <translation>Уроку бракує файлу «{path}».</translation>
    </message>
    <message>
        <source>The line goes on with the field above it.</source>
        <comment>explain.field.+</comment>
        <translation>Рядок продовжує поле, що стоїть вище.</translation>
    </message>
    <message>
        <source>The line goes on: the next line of text belongs to the same line of the score.</source>
        <comment>explain.continuation</comment>
        <translation>Рядок триває: наступний рядок тексту належить до того самого рядка нот.</translation>
    </message>
    <message numerus="yes">
        <source>The line s: has {count} symbols more than there are notes above it.</source>
        <comment>notation.symbols-too-many</comment>
        <translation>
            <numerusform>У рядку s: на {count} знак більше, ніж нот над ним.</numerusform>
            <numerusform>У рядку s: на {count} знаки більше, ніж нот над ним.</numerusform>
            <numerusform>У рядку s: на {count} знаків більше, ніж нот над ним.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines of this tune cannot be moved: a voice changes inside a line, or comments or s: lines stand among the lyrics. Nothing was changed.</source>
        <comment>edit.lines_fixed</comment>
        <translation>Рядки цієї мелодії не можна переносити: голос змінюється всередині рядка або серед слів стоять примітки чи рядки s:. Нічого не змінено.</translation>
    </message>
    <message>
        <source>The log of {name} could not keep up and is not whole. The run&apos;s folder keeps everything.</source>
        <comment>log.slow</comment>
        <translation>Журнал {name} не встигав і тому неповний. Тека запуску зберігає все.</translation>
    </message>
    <message>
        <source>The long low notes of a tune that asks for them (%%MIDI drone) sound.</source>
        <comment>interpretation.drone.help</comment>
        <translation>Звучать довгі низькі ноти мелодії, якщо вона їх потребує (%%MIDI drone).</translation>
    </message>
    <message>
        <source>The long trill ends.</source>
        <comment>explain.decoration.trill)</comment>
        <translation>Кінець довгої трелі.</translation>
    </message>
    <message>
        <source>The losses of this run cannot be shown: {path} cannot be read ({reason}). Its samples and its network are there all the same. Make the file readable, then choose the run again.</source>
        <comment>training.curve_unreadable</comment>
        <translation>Не вдалося показати втрати цього запуску: файл «{path}» не читається ({reason}). Його зразки й мережа на місці. Дозвольте читати файл і виберіть запуск знову.</translation>
    </message>
    <message>
        <source>The lowest validation loss, {loss:.3f} nats per character, was reached with these values: {values}; the highest, {worst:.3f}, with these: {others}.</source>
        <comment>sweep.words.best</comment>
        <translation>Найменших втрат на валідації, {loss:.3f} нат на символ, досягнуто з такими значеннями: {values}; найбільших, {worst:.3f},&#xa0;— з такими: {others}.</translation>
    </message>
    <message>
        <source>The lyrics could not follow the lines of music, so nothing was changed.</source>
        <comment>edit.lyrics_would_change</comment>
        <translation>Слова не змогли б піти за рядками музики, тож нічого не змінено.</translation>
    </message>
    <message numerus="yes">
        <source>The lyrics have {count} syllables more than there are notes above them. Look at the hyphens, and at ~ for two words on one note.</source>
        <comment>notation.lyrics-too-long</comment>
        <translation>
            <numerusform>Слова мають на {count} склад більше, ніж є нот над ними. Перевірте дефіси й знаки ~ між двома словами на одній ноті.</numerusform>
            <numerusform>Слова мають на {count} склади більше, ніж є нот над ними. Перевірте дефіси й знаки ~ між двома словами на одній ноті.</numerusform>
            <numerusform>Слова мають на {count} складів більше, ніж є нот над ними. Перевірте дефіси й знаки ~ між двома словами на одній ноті.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The macros write more than {limit:,} characters of music here; the rest of them stay as they stand. Write the music out.</source>
        <comment>notation.limit-macro-text</comment>
        <translation>
            <numerusform>Макроси пишуть тут понад {limit:,} символ музики; решта лишається як є. Випишіть музику нотами.</numerusform>
            <numerusform>Макроси пишуть тут понад {limit:,} символи музики; решта лишається як є. Випишіть музику нотами.</numerusform>
            <numerusform>Макроси пишуть тут понад {limit:,} символів музики; решта лишається як є. Випишіть музику нотами.</numerusform>
        </translation>
    </message>
    <message>
        <source>The many changes of tempo were left out; the first tempo stays.</source>
        <comment>midi.tempo_left_out</comment>
        <translation>Численні зміни темпу пропущено; лишається перший темп.</translation>
    </message>
    <message>
        <source>The measure is repeated: a sign with one stroke.</source>
        <comment>explain.decoration.repeatbar</comment>
        <translation>Такт повторюється: знак з однією рискою.</translation>
    </message>
    <message>
        <source>The measures from here on are written several times, one voice after the other, with &amp; between them.</source>
        <comment>explain.overlay-starts</comment>
        <translation>Такти звідси записано кілька разів, голос за голосом, із &amp; між ними.</translation>
    </message>
    <message numerus="yes">
        <source>The meter {meter}: a measure holds {length}, counted in {beats} beats of three.</source>
        <comment>explain.meter-compound</comment>
        <translation>
            <numerusform>Розмір {meter}: у такті {length}, тобто {beats} доля по три.</numerusform>
            <numerusform>Розмір {meter}: у такті {length}, тобто {beats} долі по три.</numerusform>
            <numerusform>Розмір {meter}: у такті {length}, тобто {beats} долей по три.</numerusform>
        </translation>
    </message>
    <message>
        <source>The meter {meter}: a measure holds {length}.</source>
        <comment>explain.meter</comment>
        <translation>Розмір {meter}: у такті {length}.</translation>
    </message>
    <message>
        <source>The model can read fewer than two characters of this text. Give it more, or choose another model.</source>
        <comment>prompt.too_short</comment>
        <translation>Модель може прочитати в цьому тексті менш як два символи. Дайте довший текст або виберіть іншу модель.</translation>
    </message>
    <message>
        <source>The model cannot write music that fills these measures exactly. Choose other measures, or another model.</source>
        <comment>rewriting.cannot_fill</comment>
        <translation>Модель не може написати музики, що точно заповнить ці такти. Виберіть інші такти або іншу модель.</translation>
    </message>
    <message>
        <source>The model has never seen {characters}, so it cannot write {line}. Wish for something else, or choose another model.</source>
        <comment>wish.unknown_characters</comment>
        <translation>Модель ніколи не бачила {characters}, тож не може написати {line}. Задайте інше побажання або виберіть іншу модель.</translation>
    </message>
    <message>
        <source>The model has never seen {characters}. Add --drop-unknown to leave them out, or choose another model with --model.</source>
        <comment>prompt.unknown_characters_given</comment>
        <translation>Модель ніколи не бачила {characters}. Додайте --drop-unknown, щоб прибрати їх, або виберіть іншу модель через --model.</translation>
    </message>
    <message>
        <source>The model has never seen {characters}. Drop them from the seed, or choose another model.</source>
        <comment>prompt.unknown_characters</comment>
        <translation>Модель ніколи не бачила {characters}. Приберіть їх із початку або виберіть іншу модель.</translation>
    </message>
    <message>
        <source>The model has not the signs for what is wished: {wish}. Wish for something else, or choose another model.</source>
        <comment>wish.outside_model</comment>
        <translation>Модель не має знаків, потрібних для побажання: {wish}. Задайте інше побажання або виберіть іншу модель.</translation>
    </message>
    <message numerus="yes">
        <source>The model reads {count:,} characters…</source>
        <comment>evaluate.reading</comment>
        <translation>
            <numerusform>Модель читає: {count:,} символ…</numerusform>
            <numerusform>Модель читає: {count:,} символи…</numerusform>
            <numerusform>Модель читає: {count:,} символів…</numerusform>
        </translation>
    </message>
    <message>
        <source>The models {model} and {other} cannot be mixed: they write different characters (in common: {shared}, of {characters} and of {other_characters}). Choose two that learned tunes in the same notation.</source>
        <comment>model.no_mixture</comment>
        <translation>Моделі «{model}» і «{other}» не можна змішати: вони пишуть різними символами (спільних: {shared}, усього: {characters} та {other_characters}). Виберіть дві моделі, що вчилися на мелодіях в однаковій нотації.</translation>
    </message>
    <message>
        <source>The most characters that are sampled.</source>
        <comment>sampling.max_chars.help</comment>
        <translation>Скільки символів щонайбільше вибрати.</translation>
    </message>
    <message>
        <source>The music up to here is played twice: from |: or else from the last double bar or the start.</source>
        <comment>explain.repeat-ends</comment>
        <translation>Музику до цього місця грають двічі: від |:, а якщо його немає, від останньої подвійної риски чи від початку.</translation>
    </message>
    <message numerus="yes">
        <source>The music up to here is played {times} times: from |: or else from the last double bar or the start.</source>
        <comment>explain.repeat-ends-times</comment>
        <translation>
            <numerusform>Музику до цього місця грають {times} раз: від |:, а якщо його немає, від останньої подвійної риски чи від початку.</numerusform>
            <numerusform>Музику до цього місця грають {times} рази: від |:, а якщо його немає, від останньої подвійної риски чи від початку.</numerusform>
            <numerusform>Музику до цього місця грають {times} разів: від |:, а якщо його немає, від останньої подвійної риски чи від початку.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of a macro and what it stands for can have {limit:,} characters each; this one is left out.</source>
        <comment>notation.limit-macro-length</comment>
        <translation>
            <numerusform>Назва макросу і його зміст можуть мати щонайбільше по {limit:,} символу; цей макрос пропущено.</numerusform>
            <numerusform>Назва макросу і його зміст можуть мати щонайбільше по {limit:,} символи; цей макрос пропущено.</numerusform>
            <numerusform>Назва макросу і його зміст можуть мати щонайбільше по {limit:,} символів; цей макрос пропущено.</numerusform>
        </translation>
    </message>
    <message>
        <source>The natural sign takes back the {sign} of the key up to the bar line.</source>
        <comment>explain.alter-cancels-key</comment>
        <translation>Бекар скасовує знак при ключі ({sign}) до тактової риски.</translation>
    </message>
    <message numerus="yes">
        <source>The network in {path} has {rows} characters, but this text uses {characters}. Choose the tunebook that it was trained on.</source>
        <comment>model.lab_characters</comment>
        <translation>
            <numerusform>Мережа у файлі «{path}» має {rows} символ, а цей текст&#xa0;— {characters}. Виберіть збірку мелодій, на якій її натреновано.</numerusform>
            <numerusform>Мережа у файлі «{path}» має {rows} символи, а цей текст&#xa0;— {characters}. Виберіть збірку мелодій, на якій її натреновано.</numerusform>
            <numerusform>Мережа у файлі «{path}» має {rows} символів, а цей текст&#xa0;— {characters}. Виберіть збірку мелодій, на якій її натреновано.</numerusform>
        </translation>
    </message>
    <message>
        <source>The network wrote no music in take {take}: there is no note to hear. The program put in: {fields}. Try another random seed, or a longer beginning.</source>
        <comment>take.no_music_header_added</comment>
        <translation>У спробі {take} мережа не написала музики: немає жодної ноти. Програма додала: {fields}. Спробуйте інше зерно випадковості або довший початок.</translation>
    </message>
    <message>
        <source>The network wrote no music in take {take}: there is no note to hear. Try another random seed, or a longer beginning.</source>
        <comment>take.no_music</comment>
        <translation>У спробі {take} мережа не написала музики: немає жодної ноти. Спробуйте інше зерно випадковості або довший початок.</translation>
    </message>
    <message>
        <source>The network wrote no whole header in take {take}. Put in front of its music: {fields}.</source>
        <comment>take.header_added</comment>
        <translation>У спробі {take} мережа не написала повного заголовка. Перед музикою додано: {fields}.</translation>
    </message>
    <message>
        <source>The next note has another pitch, so the two cannot be tied.</source>
        <comment>edit.nothing_to_tie</comment>
        <translation>Наступна нота іншої висоти, тож залігувати їх не можна.</translation>
    </message>
    <message>
        <source>The note has no stem.</source>
        <comment>explain.decoration.stemless</comment>
        <translation>Нота без штиля.</translation>
    </message>
    <message>
        <source>The note has two sharps or flats already.</source>
        <comment>edit.altered_enough</comment>
        <translation>У ноти вже два дієзи або два бемолі.</translation>
    </message>
    <message>
        <source>The note is bent.</source>
        <comment>explain.decoration.bend</comment>
        <translation>Бенд: висота ноти плавно змінюється.</translation>
    </message>
    <message>
        <source>The note is not shown.</source>
        <comment>explain.decoration.invisible</comment>
        <translation>Ноти не видно.</translation>
    </message>
    <message>
        <source>The note on the middle line</source>
        <comment>explain.word.middle</comment>
        <translation>Нота на середній лінії</translation>
    </message>
    <message>
        <source>The notebook of the lab counts {found} songs here. There are {tunes} tunes. Its search finds {twice} of them twice, because two empty lines stand before them; it misses {dropped} at the end, because no empty line follows; and it takes the music of {parted} for songs of their own, because an empty line parts it from its header.</source>
        <comment>health.says.lab-count</comment>
        <translation>Блокнот лабораторної нараховує тут пісень: {found}. Насправді мелодій {tunes}. Пошук знаходить двічі стільки з них: {twice}, бо перед ними стоять два порожні рядки; пропускає в кінці: {dropped}, бо після них немає порожнього рядка; і вважає окремими піснями музику без заголовка: {parted}, бо її відокремлює порожній рядок.</translation>
    </message>
    <message>
        <source>The notes of a broken chord enter one after the other.</source>
        <comment>interpretation.arpeggios.help</comment>
        <translation>Ноти арпеджованого акорду вступають одна за одною.</translation>
    </message>
    <message>
        <source>The notes stand in the {clef}.</source>
        <comment>explain.clef</comment>
        <translation>Ноти стоять у такому ключі: {clef}.</translation>
    </message>
    <message>
        <source>The number of an ending, which cannot be read.</source>
        <comment>explain.ending-none</comment>
        <translation>Номер вольти, який не вдалося прочитати.</translation>
    </message>
    <message>
        <source>The packaged ABC Studio cannot log to {name}. Install ABC Studio from its source code instead: in that folder, run {command}.</source>
        <comment>log.missing_packaged</comment>
        <translation>ABC Studio з пакунка не може вести журнал у {name}. Натомість установіть ABC Studio з джерельного коду: у його теці виконайте {command}.</translation>
    </message>
    <message>
        <source>The parts are played in this order: {order}.</source>
        <comment>explain.parts</comment>
        <translation>Частини грають у такому порядку: {order}.</translation>
    </message>
    <message>
        <source>The pickup</source>
        <comment>newness.begins_with.pickup</comment>
        <translation>Затакт</translation>
    </message>
    <message>
        <source>The pickup and measure 1</source>
        <comment>newness.begins_with.pickup_and_one</comment>
        <translation>Затакт і такт 1</translation>
    </message>
    <message>
        <source>The pickup and measures 1-{last}</source>
        <comment>newness.begins_with.pickup_and_more</comment>
        <translation>Затакт і такти 1–{last}</translation>
    </message>
    <message>
        <source>The process that runs the code of lessons has ended. Check once more; if it stays so, start ABC Studio again.</source>
        <comment>lesson.process_ended</comment>
        <translation>Процес, який виконує код уроків, завершився. Перевірте ще раз; якщо це повториться, запустіть ABC Studio знову.</translation>
    </message>
    <message>
        <source>The prompt has K: but no M: before it, so that takes may have no meter. Give M: and L: before K:.</source>
        <comment>prompt.meter_open</comment>
        <translation>У початку є K:, але перед ним немає M:, тож спроби можуть вийти без розміру. Вкажіть M: та L: перед K:.</translation>
    </message>
    <message>
        <source>The rule by which the network is corrected.</source>
        <comment>hyperparameter.optimizer.help</comment>
        <translation>Правило, за яким виправляються ваги мережі.</translation>
    </message>
    <message>
        <source>The run cannot go on: {path} cannot be read ({reason}), and its losses would be lost. Nothing is changed. Make the file readable, then resume the run.</source>
        <comment>training.resume_unreadable</comment>
        <translation>Запуск не можна продовжити: файл «{path}» не читається ({reason}), і його втрати зникли б. Нічого не змінено. Дозвольте читати файл і продовжте запуск.</translation>
    </message>
    <message>
        <source>The run ends early after so many evaluations in a row without a lower loss on held-out tunes; 0 lets it go on to its end.</source>
        <comment>hyperparameter.patience.help</comment>
        <translation>Запуск закінчується достроково після стількох оцінювань поспіль без менших втрат на відкладених мелодіях; 0&#xa0;— триває до кінця.</translation>
    </message>
    <message>
        <source>The run {name} has no network yet. Train one first.</source>
        <comment>lesson.own_no_model</comment>
        <translation>Запуск «{name}» ще не має мережі. Спершу натренуйте її.</translation>
    </message>
    <message>
        <source>The run {path} has kept no model yet. Resume it until its first checkpoint, or choose another run.</source>
        <comment>model.none_in_run</comment>
        <translation>У запуску «{path}» ще не збережено жодної моделі. Продовжте його до першої контрольної точки або виберіть інший запуск.</translation>
    </message>
    <message>
        <source>The same measures come too often.</source>
        <comment>jury.structure.distinct.low</comment>
        <translation>Ті самі такти трапляються надто часто.</translation>
    </message>
    <message>
        <source>The same melody, in any key</source>
        <comment>health.same-melody</comment>
        <translation>Та сама музика в будь-якій тональності</translation>
    </message>
    <message>
        <source>The same network, or one that is its equal in this, wrote the greatest share of right measures: {share} %.</source>
        <comment>sweep.words.music_same</comment>
        <translation>Та сама мережа або рівна їй у цьому написала найбільшу частку правильних тактів: {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>The same number and settings give the same tune again.</source>
        <comment>sampling.rng_seed.help</comment>
        <translation>З тим самим числом і налаштуваннями вийде та сама мелодія.</translation>
    </message>
    <message>
        <source>The same tune twice</source>
        <comment>health.same-text</comment>
        <translation>Та сама мелодія двічі</translation>
    </message>
    <message>
        <source>The score could not be drawn. The text is unchanged.</source>
        <comment>engraving.unreadable</comment>
        <translation>Не вдалося набрати ноти. Текст не змінено.</translation>
    </message>
    <message>
        <source>The score could not be drawn: the engraving process ended unexpectedly. Change the tune or try again.</source>
        <comment>engraving.failed</comment>
        <translation>Не вдалося набрати ноти: процес набору несподівано завершився. Змініть мелодію або спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The second ending: played the second time instead of the first.</source>
        <comment>explain.ending-second</comment>
        <translation>Друга вольта: її грають другого разу замість першої.</translation>
    </message>
    <message>
        <source>The seed itself has four measures in a row of a tune in the box, and nothing from a known tune is wished. Change the seed or this wish.</source>
        <comment>wish.seed_is_known</comment>
        <translation>У самому початку чотири такти поспіль збігаються з відомою мелодією, а побажання&#xa0;— нічого з відомих мелодій. Змініть початок або це побажання.</translation>
    </message>
    <message>
        <source>The seed says {line}, and {wished} is wished. Change the seed or the wish.</source>
        <comment>wish.contradicts</comment>
        <translation>У початку стоїть {line}, а побажання&#xa0;— {wished}. Змініть початок або побажання.</translation>
    </message>
    <message>
        <source>The server does not give {name} out (code {code}). Try again later, or look at {page}.</source>
        <comment>catalogue.refused</comment>
        <translation>Сервер не віддає збірку «{name}» (код {code}). Спробуйте пізніше або погляньте на {page}.</translation>
    </message>
    <message>
        <source>The settings have different numbers of values, so it is not known which belong together. Give each as many values, or take every combination.</source>
        <comment>sweep.uneven_lists</comment>
        <translation>Параметри мають різну кількість значень, тож невідомо, які з них разом. Дайте кожному однакову кількість або візьміть усі поєднання.</translation>
    </message>
    <message>
        <source>The share of pieces of text in which nothing is copied while training, so that the network also learns to do without.</source>
        <comment>hyperparameter.pointer_dropout.help</comment>
        <translation>Частка фрагментів тексту, у яких під час тренування нічого не копіюється, щоб мережа вчилася обходитися й без цього.</translation>
    </message>
    <message>
        <source>The slur ends with the note before it.</source>
        <comment>explain.slur-ends</comment>
        <translation>Фразувальна ліга закінчується на ноті перед цим знаком.</translation>
    </message>
    <message>
        <source>The sound device is gone. Connect one and press play again.</source>
        <comment>sound.device_lost</comment>
        <translation>Звуковий пристрій зник. Під’єднайте його й натисніть «Грати» знову.</translation>
    </message>
    <message>
        <source>The sound device {name} cannot be opened: {reason}. Close other programs that use it, or choose another device.</source>
        <comment>sound.device_failed</comment>
        <translation>Не вдалося відкрити звуковий пристрій «{name}»: {reason}. Закрийте інші програми, які ним користуються, або виберіть інший пристрій.</translation>
    </message>
    <message>
        <source>The sound font {path} cannot be read: {reason}. Choose another one in Preferences, Sound.</source>
        <comment>sound.font_unreadable</comment>
        <translation>Не вдалося прочитати банк звуків «{path}»: {reason}. Виберіть інший у налаштуваннях, вкладка «Звук».</translation>
    </message>
    <message>
        <source>The stem reaches to the staff above.</source>
        <comment>explain.decoration.xstem</comment>
        <translation>Штиль сягає нотоносця вище.</translation>
    </message>
    <message>
        <source>The straight glissando ends.</source>
        <comment>explain.decoration.-)</comment>
        <translation>Кінець прямого глісандо.</translation>
    </message>
    <message>
        <source>The system names no home folder for you, so there is no place for your settings and models. Set HOME or ABCSTUDIO_HOME to a folder of yours, and start ABC Studio again.</source>
        <comment>start.no_home</comment>
        <translation>Система не називає вашої домашньої теки, тому налаштуванням і моделям нема де бути. Вкажіть свою теку у змінній HOME або ABCSTUDIO_HOME і запустіть ABC Studio знову.</translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <comment>file.system</comment>
        <translation>Відповідь системи: {reason}.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring takes no key ({reason}). Set COMET_API_KEY in the environment instead.</source>
        <comment>log.key_not_kept</comment>
        <translation>Сховище паролів системи не приймає ключа ({reason}). Натомість задайте COMET_API_KEY в оточенні.</translation>
    </message>
    <message>
        <source>The takes of step {step} came out otherwise than they are kept: another machine or version of PyTorch rounds otherwise.</source>
        <comment>milestones.not_the_same</comment>
        <translation>Спроби кроку {step} вийшли не такими, як збережено: інша машина чи версія PyTorch округлює інакше.</translation>
    </message>
    <message>
        <source>The tempo is described as “{text}”.</source>
        <comment>explain.tempo-text</comment>
        <translation>Темп описано словами «{text}».</translation>
    </message>
    <message>
        <source>The tempo: {rate} beats a minute, each as long as {length}.</source>
        <comment>explain.tempo</comment>
        <translation>Темп: {rate} за хвилину, тривалість долі: {length}.</translation>
    </message>
    <message>
        <source>The text has {count:,} characters, and a model reads at most {limit:,} at once. Divide it into smaller files.</source>
        <comment>prompt.too_long</comment>
        <translation>У тексті {count:,} символів, а модель читає щонайбільше {limit:,} за раз. Поділіть його на менші файли.</translation>
    </message>
    <message>
        <source>The text is never closed: a second &quot; is missing.</source>
        <comment>notation.quote-not-closed</comment>
        <translation>Текст не закрито: бракує другої &quot;.</translation>
    </message>
    <message>
        <source>The text of reports cannot be read: {path}.</source>
        <comment>report.template_broken</comment>
        <translation>Не вдалося прочитати текст звітів: {path}.</translation>
    </message>
    <message>
        <source>The text “{text}” above the note.</source>
        <comment>explain.annotation-above</comment>
        <translation>Текст «{text}» над нотою.</translation>
    </message>
    <message>
        <source>The text “{text}” at the left of the note.</source>
        <comment>explain.annotation-left</comment>
        <translation>Текст «{text}» ліворуч від ноти.</translation>
    </message>
    <message>
        <source>The text “{text}” at the right of the note.</source>
        <comment>explain.annotation-right</comment>
        <translation>Текст «{text}» праворуч від ноти.</translation>
    </message>
    <message>
        <source>The text “{text}” below the note.</source>
        <comment>explain.annotation-below</comment>
        <translation>Текст «{text}» під нотою.</translation>
    </message>
    <message>
        <source>The text “{text}” beside the note.</source>
        <comment>explain.annotation-free</comment>
        <translation>Текст «{text}» біля ноти.</translation>
    </message>
    <message>
        <source>The tie leads to no note of the same pitch. Was a slur meant?</source>
        <comment>notation.tie-without-partner</comment>
        <translation>З’єднувальна ліга не веде до ноти тієї самої висоти. Може, мала бути фразувальна ліга?</translation>
    </message>
    <message>
        <source>The title of the tune.</source>
        <comment>explain.title</comment>
        <translation>Назва мелодії.</translation>
    </message>
    <message>
        <source>The tonic hardly occurs.</source>
        <comment>jury.mode.tonic.low</comment>
        <translation>Тоніка майже не трапляється.</translation>
    </message>
    <message>
        <source>The tune ended at the empty line above; this text is not part of it. If it is meant to be, remove the empty line.</source>
        <comment>notation.text-after-tune</comment>
        <translation>Мелодія закінчилася на порожньому рядку вище; цей текст до неї не належить. Якщо має належати, приберіть порожній рядок.</translation>
    </message>
    <message>
        <source>The tune ends with measure {number} already. Choose an earlier place, or add a part.</source>
        <comment>rewriting.has_ended</comment>
        <translation>Мелодія вже закінчується тактом {number}. Виберіть раніше місце або додайте частину.</translation>
    </message>
    <message>
        <source>The tune has more than {limit:,} characters, too many for rewriting. Divide it into shorter tunes.</source>
        <comment>rewriting.long_tune</comment>
        <translation>У мелодії понад {limit:,} символів: це забагато, щоб переписувати такти. Поділіть її на коротші мелодії.</translation>
    </message>
    <message>
        <source>The tune has no K: field. It is read without sharps and flats. Write one such as K:D as the last line of the header.</source>
        <comment>notation.missing-key</comment>
        <translation>У мелодії немає поля K:. Її прочитано без дієзів і бемолів. Запишіть тональність, наприклад K:D, в останньому рядку заголовка.</translation>
    </message>
    <message>
        <source>The tune has no X: field. Every tune begins with X: and a number.</source>
        <comment>notation.missing-reference-number</comment>
        <translation>У мелодії немає поля X:. Кожна мелодія починається з X: і номера.</translation>
    </message>
    <message>
        <source>The tune has no meter, so its measures are not checked. Write one above K:, such as M:6/8, or M:none for free meter.</source>
        <comment>notation.missing-meter</comment>
        <translation>Мелодія не має розміру, тож її такти не перевіряються. Напишіть його над K:, наприклад M:6/8, або M:none для вільного розміру.</translation>
    </message>
    <message>
        <source>The tune has no title. Write one after X:, such as T:The Kesh.</source>
        <comment>notation.missing-title</comment>
        <translation>Мелодія не має назви. Напишіть її після X:, наприклад T:Веснянка.</translation>
    </message>
    <message numerus="yes">
        <source>The tune is longer than {limit:,} lines; the rest is not read.</source>
        <comment>notation.limit-lines</comment>
        <translation>
            <numerusform>Мелодія довша за {limit:,} рядок; решту не прочитано.</numerusform>
            <numerusform>Мелодія довша за {limit:,} рядки; решту не прочитано.</numerusform>
            <numerusform>Мелодія довша за {limit:,} рядків; решту не прочитано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tune is longer than {limit:,} signs; the rest is not read.</source>
        <comment>notation.limit-elements</comment>
        <translation>
            <numerusform>Мелодія довша за {limit:,} знак; решту не прочитано.</numerusform>
            <numerusform>Мелодія довша за {limit:,} знаки; решту не прочитано.</numerusform>
            <numerusform>Мелодія довша за {limit:,} знаків; решту не прочитано.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tune says itself where its lines end (I:linebreak). Remove that line first.</source>
        <comment>edit.line_break_sign</comment>
        <translation>Мелодія сама каже, де закінчуються її рядки (I:linebreak). Спершу приберіть той рядок.</translation>
    </message>
    <message>
        <source>The tunes have {characters:,} characters, and one piece of text alone needs {needed:,}. Add tunes, or make the sequence length smaller.</source>
        <comment>training.too_little_text</comment>
        <translation>Символів у мелодіях {characters:,}, а на один лише фрагмент тексту треба {needed:,}. Додайте мелодій або зменште довжину послідовності.</translation>
    </message>
    <message>
        <source>The tuplet has fewer notes than it says before the bar line, so it goes on behind it. If it should not, count its notes, or write how many there are, as in (3:2:2.</source>
        <comment>notation.tuplet-over-bar</comment>
        <translation>До тактової риски в ритмічній групі менше нот, ніж зазначено, тому група триває за рискою. Якщо так не має бути, порахуйте ноти або напишіть, скільки їх, наприклад (3:2:2.</translation>
    </message>
    <message>
        <source>The tuplet has fewer notes than it says. Count its notes, or write how many there are, as in (3:2:2.</source>
        <comment>notation.tuplet-short</comment>
        <translation>У ритмічній групі менше нот, ніж зазначено. Порахуйте ноти або напишіть, скільки їх, наприклад (3:2:2.</translation>
    </message>
    <message>
        <source>The two notes of this broken rhythm are not equally long. Both are changed by half; write their lengths out to be sure.</source>
        <comment>notation.broken-rhythm-unequal</comment>
        <translation>Дві ноти цього пунктирного ритму мають різну тривалість. Обидві змінено наполовину; для певності випишіть їхні тривалості.</translation>
    </message>
    <message>
        <source>The unit note length: a note without a number is {length}.</source>
        <comment>explain.unit</comment>
        <translation>Базова тривалість: нота без числа&#xa0;— {length}.</translation>
    </message>
    <message>
        <source>The value {value} trains fastest, {times:.1f} times as many characters a second as {other}.</source>
        <comment>sweep.words.speed</comment>
        <translation>Найшвидше тренується значення {value}: за секунду символів у {times:.1f} раза більше, ніж {other}.</translation>
    </message>
    <message>
        <source>The values of “{name}” are right, but stand one place too far to one side.</source>
        <comment>lesson.common_moved</comment>
        <translation>Значення «{name}» правильні, але зсунуті на одне місце.</translation>
    </message>
    <message>
        <source>The version of ABC that the file follows.</source>
        <comment>explain.version</comment>
        <translation>Версія ABC, якої дотримується файл.</translation>
    </message>
    <message>
        <source>The version of ABC that the text follows.</source>
        <comment>explain.directive.abc-version</comment>
        <translation>Версія ABC, якої дотримується текст.</translation>
    </message>
    <message>
        <source>The voices of this tune do not have the same measures, so none of them can be moved.</source>
        <comment>edit.voices_not_aligned</comment>
        <translation>Голоси цієї мелодії мають різні такти, тож жоден не можна переносити.</translation>
    </message>
    <message>
        <source>The wavy glissando ends.</source>
        <comment>explain.decoration.~)</comment>
        <translation>Кінець хвилястого глісандо.</translation>
    </message>
    <message>
        <source>The words and titles of this tune are more than can be drawn. Put some of them into another tune. The text is unchanged.</source>
        <comment>engraving.many_words</comment>
        <translation>Слів і назв у цій мелодії більше, ніж можна набрати. Перенесіть частину в іншу мелодію. Текст не змінено.</translation>
    </message>
    <message>
        <source>The words of a tempo stand in quotes.</source>
        <comment>notation.tempo-not-quoted</comment>
        <translation>Слова темпу беруть у лапки.</translation>
    </message>
    <message>
        <source>The {inner} here and the {outer} after the chord are multiplied.</source>
        <comment>explain.length-multiplied</comment>
        <translation>Число {inner} тут і число {outer} після акорду перемножуються.</translation>
    </message>
    <message>
        <source>The {sign} comes from an accidental before it.</source>
        <comment>explain.alter-from-before</comment>
        <translation>Діє знак, записаний раніше в такті: {sign}.</translation>
    </message>
    <message>
        <source>The {sign} comes from the key.</source>
        <comment>explain.alter-from-key</comment>
        <translation>Діє знак при ключі: {sign}.</translation>
    </message>
    <message>
        <source>The {sign} written here holds for every {step} up to the bar line.</source>
        <comment>explain.alter-written</comment>
        <translation>Записаний тут знак ({sign}) діє до тактової риски на кожне {step}.</translation>
    </message>
    <message>
        <source>There are no answers to hand in: type some in the window, on the page Learn.</source>
        <comment>lesson.nothing_to_hand_in</comment>
        <translation>Немає відповідей, які можна здати: напишіть їх у вікні, на сторінці «Навчання».</translation>
    </message>
    <message>
        <source>There are no notes in this MIDI file.</source>
        <comment>midi.no_notes</comment>
        <translation>У цьому файлі MIDI немає нот.</translation>
    </message>
    <message>
        <source>There are no notes in this MusicXML file.</source>
        <comment>musicxml.no_notes</comment>
        <translation>У цьому файлі MusicXML немає нот.</translation>
    </message>
    <message>
        <source>There are no notes in this chord. Write them between [ and ].</source>
        <comment>notation.chord-empty</comment>
        <translation>У цьому акорді немає нот. Запишіть їх між [ і ].</translation>
    </message>
    <message>
        <source>There are no notes to play in this tune.</source>
        <comment>sound.no_notes</comment>
        <translation>У цій мелодії немає нот, які можна зіграти.</translation>
    </message>
    <message>
        <source>There are no tunes to put in order: no line begins with X:.</source>
        <comment>edit.no_tunes</comment>
        <translation>Немає мелодій, які можна впорядкувати: жоден рядок не починається з X:.</translation>
    </message>
    <message>
        <source>There are no tunes to train on. Open a tunebook first.</source>
        <comment>training.no_tunes</comment>
        <translation>Немає мелодій для тренування. Спершу відкрийте збірку мелодій.</translation>
    </message>
    <message>
        <source>There are only drums in this MIDI file, and drums have no notes to write down.</source>
        <comment>midi.only_drums</comment>
        <translation>У цьому файлі MIDI є лише ударні, а в них немає нот, які можна записати.</translation>
    </message>
    <message>
        <source>There are too many runs named {path}. Choose another name.</source>
        <comment>training.no_run_name</comment>
        <translation>Запусків із назвою «{path}» забагато. Виберіть іншу назву.</translation>
    </message>
    <message numerus="yes">
        <source>There are {count} tunes in this text. Say which one by the number after its X:.</source>
        <comment>rewriting.which_tune</comment>
        <translation>
            <numerusform>У цьому тексті {count} мелодія. Вкажіть потрібну номером після X:.</numerusform>
            <numerusform>У цьому тексті {count} мелодії. Вкажіть потрібну номером після X:.</numerusform>
            <numerusform>У цьому тексті {count} мелодій. Вкажіть потрібну номером після X:.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a voice {voice}.</source>
        <comment>explain.voice-declared</comment>
        <translation>Є голос {voice}.</translation>
    </message>
    <message numerus="yes">
        <source>There is more to tell; only the first {limit} findings are listed.</source>
        <comment>notation.limit-diagnostics</comment>
        <translation>
            <numerusform>Є ще проблеми, але в списку лише перша {limit}.</numerusform>
            <numerusform>Є ще проблеми, але в списку лише перші {limit}.</numerusform>
            <numerusform>Є ще проблеми, але в списку лише {limit} перших.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no decoration named {name}; it is kept but neither shown nor played.</source>
        <comment>notation.unknown-decoration</comment>
        <translation>Виконавського знака {name} немає; його збережено, але він не показується й не звучить.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <comment>corpus.not_found</comment>
        <translation>Немає файлу чи теки «{path}».</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <comment>file.not_found</comment>
        <translation>Немає файлу «{path}».</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <comment>runs.no_folder</comment>
        <translation>Теки {path} немає.</translation>
    </message>
    <message>
        <source>There is no instrument named {name}. Choose one of {instruments}.</source>
        <comment>export.instrument_unknown</comment>
        <translation>Інструмента {name} немає. Виберіть із таких: {instruments}.</translation>
    </message>
    <message>
        <source>There is no key for Comet, so nothing is logged to it. Set COMET_API_KEY, or keep the key: in the preferences, or with python -m keyring set abcstudio comet.</source>
        <comment>log.no_key</comment>
        <translation>Немає ключа Comet, тож туди нічого не записується. Задайте COMET_API_KEY або збережіть ключ: у налаштуваннях чи так: python -m keyring set abcstudio comet.</translation>
    </message>
    <message>
        <source>There is no lesson {name}. The action list prints the names; a folder is named with a sign such as ./ before it.</source>
        <comment>lesson.unknown</comment>
        <translation>Уроку {name} немає. Назви показує дія list; перед назвою теки ставте, наприклад, ./.</translation>
    </message>
    <message>
        <source>There is no measure beyond this one to change places with.</source>
        <comment>edit.no_measure_beyond</comment>
        <translation>Далі немає такту, з яким можна помінятися місцями.</translation>
    </message>
    <message>
        <source>There is no measure here. Put the caret into one, or select some.</source>
        <comment>rewriting.no_measure_here</comment>
        <translation>Тут немає такту. Поставте курсор у такт або виділіть кілька.</translation>
    </message>
    <message>
        <source>There is no measure here. Put the caret into one.</source>
        <comment>edit.no_measure_here</comment>
        <translation>Тут немає такту. Поставте курсор у такт.</translation>
    </message>
    <message>
        <source>There is no measure {wanted}: this tune has measures {first} to {last}. Choose among them.</source>
        <comment>rewriting.no_such_measure</comment>
        <translation>Такту {wanted} немає: у цій мелодії є такти від {first} до {last}. Виберіть із них.</translation>
    </message>
    <message>
        <source>There is no melody in this recording: no pitch stands out of what sounds. Record one instrument, near the microphone.</source>
        <comment>hearing.no_melody</comment>
        <translation>У цьому записі немає мелодії: жодна висота не виділяється. Запишіть один інструмент близько до мікрофона.</translation>
    </message>
    <message>
        <source>There is no model file {path}.</source>
        <comment>model.not_found</comment>
        <translation>Немає файлу моделі «{path}».</translation>
    </message>
    <message>
        <source>There is no note before the caret to take back.</source>
        <comment>edit.nothing_to_take_back</comment>
        <translation>Перед курсором немає ноти, яку можна забрати.</translation>
    </message>
    <message>
        <source>There is no note before the caret. Enter one first.</source>
        <comment>edit.no_note_before</comment>
        <translation>Перед курсором немає ноти. Спершу введіть її.</translation>
    </message>
    <message>
        <source>There is no note before this tie. Write it right after the note that is held.</source>
        <comment>notation.tie-without-note</comment>
        <translation>Перед цією з’єднувальною лігою немає ноти. Пишіть її відразу після ноти, яка тримається.</translation>
    </message>
    <message>
        <source>There is no note here to change. Select some notes first.</source>
        <comment>edit.no_notes</comment>
        <translation>Тут немає ноти, яку можна змінити. Спершу виділіть ноти.</translation>
    </message>
    <message>
        <source>There is no score in this compressed file. Choose one that a notation program exported as MusicXML.</source>
        <comment>musicxml.archive_empty</comment>
        <translation>У цьому стисненому файлі немає нот. Виберіть файл, який експортував у MusicXML нотний редактор.</translation>
    </message>
    <message>
        <source>There is no setting {name}. The settings are: {known}.</source>
        <comment>training.unknown_name</comment>
        <translation>Параметра {name} немає. Є такі: {known}.</translation>
    </message>
    <message>
        <source>There is no sound device to play on. Connect one and press play again; export works without.</source>
        <comment>sound.no_device</comment>
        <translation>Немає звукового пристрою. Під’єднайте його й натисніть «Грати» знову; експорт працює і без нього.</translation>
    </message>
    <message>
        <source>There is no training run {name} in {path}.</source>
        <comment>report.unknown_run</comment>
        <translation>Запуску тренування «{name}» у теці «{path}» немає.</translation>
    </message>
    <message>
        <source>There is no training run {name} in {path}. The action list prints the names.</source>
        <comment>runs.unknown</comment>
        <translation>У теці «{path}» немає запуску тренування {name}. Назви друкує дія list.</translation>
    </message>
    <message>
        <source>There is no tune X:{number} in this text.</source>
        <comment>rewriting.no_such_tune</comment>
        <translation>У цьому тексті немає мелодії X:{number}.</translation>
    </message>
    <message>
        <source>There is no tune in this text: none of its lines begins with X:.</source>
        <comment>rewriting.no_tune</comment>
        <translation>У цьому тексті немає мелодії: жоден рядок не починається з X:.</translation>
    </message>
    <message>
        <source>There is no voice {name} in this tune. A line V:{name} makes one.</source>
        <comment>notation.layout-voice-unknown</comment>
        <translation>У цій мелодії немає голосу «{name}». Його створить рядок V:{name}.</translation>
    </message>
    <message>
        <source>There is no “{name}” after your code has run, and that is what is looked at. Is the name spelt so?</source>
        <comment>lesson.missing</comment>
        <translation>Після виконання коду немає «{name}», а перевіряється саме це. Чи правильно написано назву?</translation>
    </message>
    <message>
        <source>There is not enough memory for this model. Close other programs, or use a smaller model.</source>
        <comment>device.no_memory</comment>
        <translation>Бракує пам’яті для цієї моделі. Закрийте інші програми або візьміть меншу модель.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, then try again.</source>
        <comment>system.no_memory</comment>
        <translation>На це бракує пам’яті. Закрийте інші програми й спробуйте знову.</translation>
    </message>
    <message>
        <source>There is not enough memory to write this tune. Close other programs, or write a shorter one.</source>
        <comment>export.no_memory</comment>
        <translation>Бракує пам’яті, щоб записати цю мелодію. Закрийте інші програми або запишіть коротшу.</translation>
    </message>
    <message>
        <source>There is nothing in this text that the model can read. Choose another text, or another model.</source>
        <comment>prompt.nothing_to_read</comment>
        <translation>У цьому тексті модель не може прочитати нічого. Виберіть інший текст або іншу модель.</translation>
    </message>
    <message>
        <source>There is nothing to compare: a sweep needs two cells that differ. Give a setting two values, such as hidden_size=256,512.</source>
        <comment>sweep.one_cell</comment>
        <translation>Немає що порівнювати: серії потрібні дві різні комірки. Дайте параметрові два значення, наприклад hidden_size=256,512.</translation>
    </message>
    <message>
        <source>There is too little to compare: two measures and eight notes are needed.</source>
        <comment>newness.too_short</comment>
        <translation>Порівнювати майже нічого: потрібні два такти й вісім нот.</translation>
    </message>
    <message numerus="yes">
        <source>There is too little to judge: two measures and {count} notes are needed.</source>
        <comment>jury.nothing</comment>
        <translation>
            <numerusform>Оцінювати майже нічого: потрібно два такти і хоча б {count} нота.</numerusform>
            <numerusform>Оцінювати майже нічого: потрібно два такти і хоча б {count} ноти.</numerusform>
            <numerusform>Оцінювати майже нічого: потрібно два такти і хоча б {count} нот.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more verses than can be written; the last were left out: measure {measures}.</source>
        <comment>musicxml.left_lyrics</comment>
        <translation>Куплетів більше, ніж можна записати; останні пропущено: такт {measures}.</translation>
    </message>
    <message>
        <source>These are all the measures of the tune. Delete the tune&apos;s text instead.</source>
        <comment>edit.last_measure</comment>
        <translation>Це всі такти мелодії. Натомість видаліть її текст.</translation>
    </message>
    <message numerus="yes">
        <source>These are more than {limit} cells. Vary fewer settings at a time, or give fewer values.</source>
        <comment>sweep.too_many_cells</comment>
        <translation>
            <numerusform>Комірок більше за {limit}. Змінюйте менше параметрів одночасно або дайте менше значень.</numerusform>
            <numerusform>Комірок більше за {limit}. Змінюйте менше параметрів одночасно або дайте менше значень.</numerusform>
            <numerusform>Комірок більше за {limit}. Змінюйте менше параметрів одночасно або дайте менше значень.</numerusform>
        </translation>
    </message>
    <message>
        <source>These measures are not equally long: a pickup or an incomplete measure stays in its place.</source>
        <comment>edit.measures_unequal</comment>
        <translation>Ці такти мають різну довжину: затакт або неповний такт лишається на місці.</translation>
    </message>
    <message>
        <source>These measures cannot end on the tonic, for their last note stays or the key names no tonic. Keep less of them.</source>
        <comment>rewriting.no_tonic</comment>
        <translation>Ці такти не можуть закінчитися на тоніці: їхня остання нота лишається або тональність не називає тоніки. Збережіть із них менше.</translation>
    </message>
    <message>
        <source>These measures have no meter, so nothing says how long they are to be. Write M: into the tune first.</source>
        <comment>rewriting.no_meter</comment>
        <translation>Ці такти не мають розміру, тож невідомо, якої вони довжини. Спершу запишіть у мелодії M:.</translation>
    </message>
    <message>
        <source>These staves cannot be read. Name the voices as in %%{name} (1 2) [3 4], and close every bracket.</source>
        <comment>notation.bad-staff-layout</comment>
        <translation>Цей розподіл нотоносців не вдалося прочитати. Назвіть голоси, наприклад&#xa0;%%{name} (1 2) [3 4], і закрийте всі дужки.</translation>
    </message>
    <message>
        <source>They sound an octave higher than the clef shows.</source>
        <comment>explain.sounds-octave-up</comment>
        <translation>Вони звучать на октаву вище, ніж показує ключ.</translation>
    </message>
    <message>
        <source>They sound an octave lower than the clef shows.</source>
        <comment>explain.sounds-octave-down</comment>
        <translation>Вони звучать на октаву нижче, ніж показує ключ.</translation>
    </message>
    <message>
        <source>They sound in the time of the note before them.</source>
        <comment>interpretation.grace_notes_before_beat.help</comment>
        <translation>Вони звучать за рахунок попередньої ноти.</translation>
    </message>
    <message numerus="yes">
        <source>They sound {semitones} semitones higher than written.</source>
        <comment>explain.transposed-up</comment>
        <translation>
            <numerusform>Вони звучать на {semitones} півтон вище, ніж записано.</numerusform>
            <numerusform>Вони звучать на {semitones} півтони вище, ніж записано.</numerusform>
            <numerusform>Вони звучать на {semitones} півтонів вище, ніж записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They sound {semitones} semitones lower than written.</source>
        <comment>explain.transposed-down</comment>
        <translation>
            <numerusform>Вони звучать на {semitones} півтон нижче, ніж записано.</numerusform>
            <numerusform>Вони звучать на {semitones} півтони нижче, ніж записано.</numerusform>
            <numerusform>Вони звучать на {semitones} півтонів нижче, ніж записано.</numerusform>
        </translation>
    </message>
    <message>
        <source>This MIDI file counts in film frames, not in beats, so it has no note values. Export it with beats.</source>
        <comment>midi.no_beats</comment>
        <translation>У цьому файлі MIDI час поділено на кадри, а не на долі, тож тривалостей нот немає. Експортуйте його з долями.</translation>
    </message>
    <message numerus="yes">
        <source>This MIDI file goes on for more than {limit:,} beats, which is more than a tune. Export one piece at a time.</source>
        <comment>midi.too_long</comment>
        <translation>
            <numerusform>У цьому файлі MIDI понад {limit:,} долю, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} долі, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} долей, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MIDI file has more than {limit:,} measures, which is more than a tune. Export one piece at a time.</source>
        <comment>midi.too_many_measures</comment>
        <translation>
            <numerusform>У цьому файлі MIDI понад {limit:,} такт, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} такти, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} тактів, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MIDI file has more than {limit:,} notes, which is more than a tune. Export one piece at a time.</source>
        <comment>midi.too_many_notes</comment>
        <translation>
            <numerusform>У цьому файлі MIDI понад {limit:,} ноту, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} ноти, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} нот, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MIDI file has more than {limit:,} tracks with notes. Export fewer at a time.</source>
        <comment>midi.too_many_voices</comment>
        <translation>
            <numerusform>У цьому файлі MIDI понад {limit:,} доріжку з нотами. Експортуйте менше за раз.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} доріжки з нотами. Експортуйте менше за раз.</numerusform>
            <numerusform>У цьому файлі MIDI понад {limit:,} доріжок з нотами. Експортуйте менше за раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>This MIDI file holds patterns without a common clock (type 2). Export it as type 0 or 1.</source>
        <comment>midi.asynchronous</comment>
        <translation>У цьому файлі MIDI є фрагменти без спільного відліку часу (тип 2). Експортуйте його як тип 0 або 1.</translation>
    </message>
    <message>
        <source>This MIDI file is damaged and cannot be read. Export it again from the program that wrote it.</source>
        <comment>midi.damaged</comment>
        <translation>Цей файл MIDI пошкоджено, і прочитати його не можна. Експортуйте його знову з програми, яка його записала.</translation>
    </message>
    <message>
        <source>This MIDI file is larger than {limit:,} kB, which is more than a tune. Export one piece at a time.</source>
        <comment>midi.too_large</comment>
        <translation>Цей файл MIDI більший за {limit:,} кБ, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</translation>
    </message>
    <message numerus="yes">
        <source>This MusicXML file has more than {limit:,} elements, which is more than a tune. Export one piece at a time.</source>
        <comment>musicxml.too_many_elements</comment>
        <translation>
            <numerusform>У цьому файлі MusicXML понад {limit:,} елемент, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} елементи, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} елементів, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MusicXML file has more than {limit:,} measures in all parts, which is more than a tune. Export one piece at a time.</source>
        <comment>musicxml.too_many_measures</comment>
        <translation>
            <numerusform>У цьому файлі MusicXML в усіх партіях понад {limit:,} такт, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML в усіх партіях понад {limit:,} такти, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML в усіх партіях понад {limit:,} тактів, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MusicXML file has more than {limit:,} notes, which is more than a tune. Export one piece at a time.</source>
        <comment>musicxml.too_many_notes</comment>
        <translation>
            <numerusform>У цьому файлі MusicXML понад {limit:,} ноту, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} ноти, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} нот, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This MusicXML file has more than {limit:,} parts. Export fewer at a time.</source>
        <comment>musicxml.too_many_parts</comment>
        <translation>
            <numerusform>У цьому файлі MusicXML понад {limit:,} партію. Експортуйте менше за раз.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} партії. Експортуйте менше за раз.</numerusform>
            <numerusform>У цьому файлі MusicXML понад {limit:,} партій. Експортуйте менше за раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>This MusicXML file is damaged in line {line} and cannot be read. Export it again from the program that wrote it.</source>
        <comment>musicxml.damaged</comment>
        <translation>Цей файл MusicXML пошкоджено в рядку {line}, і прочитати його не можна. Експортуйте його знову з програми, яка його записала.</translation>
    </message>
    <message>
        <source>This MusicXML file is in an encoding that is not known. Export it again as UTF-8.</source>
        <comment>musicxml.encoding</comment>
        <translation>Кодування цього файлу MusicXML невідоме. Експортуйте його знову в UTF-8.</translation>
    </message>
    <message>
        <source>This MusicXML file is larger than {limit:,} MB, which is more than a tune. Export one piece at a time.</source>
        <comment>musicxml.too_large</comment>
        <translation>Цей файл MusicXML більший за {limit:,} МБ, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</translation>
    </message>
    <message>
        <source>This MusicXML file is only a list of other files. Choose one of these.</source>
        <comment>musicxml.opus</comment>
        <translation>Цей файл MusicXML&#xa0;— лише список інших файлів. Виберіть один із них.</translation>
    </message>
    <message>
        <source>This WAV file is damaged and cannot be read. Save it again from the program that recorded it.</source>
        <comment>hearing.damaged</comment>
        <translation>Цей файл WAV пошкоджено, і прочитати його не можна. Збережіть його знову з програми, якою його записано.</translation>
    </message>
    <message>
        <source>This WAV file is packed in a way that is not read. Save it again as PCM, 16 bit.</source>
        <comment>hearing.other_wav</comment>
        <translation>Цей файл WAV запаковано способом, який тут не читається. Збережіть його знову як PCM, 16 біт.</translation>
    </message>
    <message>
        <source>This XML file declares entities (line {line}), which no MusicXML file needs. It is not read, for such files are made to do harm.</source>
        <comment>musicxml.entities</comment>
        <translation>Цей файл XML оголошує сутності (рядок {line}), яких файл MusicXML не потребує. Його не прочитано, бо такі файли роблять на шкоду.</translation>
    </message>
    <message>
        <source>This XML file has too many elements within each other (line {line}) for a MusicXML file.</source>
        <comment>musicxml.too_deep</comment>
        <translation>У цьому файлі XML забагато вкладених елементів (рядок {line}) як на файл MusicXML.</translation>
    </message>
    <message>
        <source>This accidental cannot be read. Write ^, _ or =, or a part of one as in ^1/2.</source>
        <comment>notation.bad-accidental</comment>
        <translation>Цей знак альтерації не вдалося прочитати. Пишіть ^, _ або =, чи їхню частку, наприклад ^1/2.</translation>
    </message>
    <message>
        <source>This block of text is never closed: write %%end{name} after it.</source>
        <comment>notation.block-not-closed</comment>
        <translation>Цей блок тексту не закрито: напишіть після нього&#xa0;%%end{name}.</translation>
    </message>
    <message>
        <source>This broken rhythm (&gt; or &lt;) reaches over a bar line and changes the notes on both sides of it. Write their lengths out to be sure.</source>
        <comment>notation.broken-rhythm-over-bar</comment>
        <translation>Цей пунктирний ритм (&gt; або &lt;) переходить через тактову риску й змінює ноти по обидва боки. Для певності випишіть їхні тривалості.</translation>
    </message>
    <message>
        <source>This cannot be done without changing what is heard, so nothing was changed. Fix the tune&apos;s problems first, or change a simpler part of it.</source>
        <comment>edit.music_would_change</comment>
        <translation>Зробити це, не змінивши звучання, не можна, тож нічого не змінено. Спершу виправте проблеми мелодії або змініть простіше місце.</translation>
    </message>
    <message>
        <source>This compressed MusicXML file is damaged and cannot be unpacked. Export it again from the program that wrote it.</source>
        <comment>musicxml.archive_damaged</comment>
        <translation>Цей стиснений файл MusicXML пошкоджено, і розпакувати його не можна. Експортуйте його знову з програми, яка його записала.</translation>
    </message>
    <message>
        <source>This compressed file is protected by a password. Unpack it first.</source>
        <comment>musicxml.archive_encrypted</comment>
        <translation>Цей стиснений файл захищено паролем. Спершу розпакуйте його.</translation>
    </message>
    <message>
        <source>This compressed file would unpack to more than {limit:,} MB, which is more than a tune. Export one piece at a time.</source>
        <comment>musicxml.archive_too_large</comment>
        <translation>Розпакований вміст цього стисненого файлу більший за {limit:,} МБ, а це більше, ніж мелодія. Експортуйте по одній п’єсі.</translation>
    </message>
    <message>
        <source>This copy of PyTorch can use an NVIDIA GPU, and no working driver was found. Where there is such a GPU, install its driver.</source>
        <comment>doctor.do_driver</comment>
        <translation>Ця збірка PyTorch може використовувати GPU NVIDIA, але робочого драйвера не знайдено. Якщо такий GPU є, установіть його драйвер.</translation>
    </message>
    <message>
        <source>This copy of PyTorch cannot use the NVIDIA GPU that is there. Run the studio from its sources with a CUDA build: the README says how.</source>
        <comment>doctor.do_cuda</comment>
        <translation>Ця збірка PyTorch не може використовувати наявний GPU NVIDIA. Запустіть студію з вихідного коду зі збіркою для CUDA: як саме, сказано в README.</translation>
    </message>
    <message>
        <source>This edition, ABC Studio Player, composes, reads and plays; to train networks, have code checked or look into a model, install the edition Studio from where you have this one, or run “pip install torch” where pip installed it.</source>
        <comment>edition.player</comment>
        <translation>Це видання, ABC Studio Player, складає, читає і грає; щоб тренувати мережі, перевіряти код чи зазирнути в модель, установіть видання Studio звідти, звідки маєте це, або виконайте «pip install torch» там, де програму встановив pip.</translation>
    </message>
    <message>
        <source>This ending is never closed: write :| after a first ending, || or |] after the last.</source>
        <comment>notation.ending-not-closed</comment>
        <translation>Цю вольту не закрито: поставте :| після першої вольти, || або |] після останньої.</translation>
    </message>
    <message>
        <source>This gives {found} always, whatever goes in. Compute with what is handed over, not with the numbers of the example.</source>
        <comment>lesson.common_always_the_same</comment>
        <translation>Це завжди дає {found}, хоч би що було на вході. Обчислюйте з того, що передано, а не з чисел прикладу.</translation>
    </message>
    <message>
        <source>This instrument ({instrument}, {lowest} to {highest}) has no {notes} and others. They sound all the same, as written.</source>
        <comment>playback.out_of_range_cut</comment>
        <translation>Інструмент ({instrument}, від {lowest} до {highest}) не має, зокрема, таких нот: {notes}. Вони однаково звучать, як записано.</translation>
    </message>
    <message>
        <source>This instrument ({instrument}, {lowest} to {highest}) has no {notes}. They sound all the same, as written.</source>
        <comment>playback.out_of_range</comment>
        <translation>Інструмент ({instrument}, від {lowest} до {highest}) не має таких нот: {notes}. Вони однаково звучать, як записано.</translation>
    </message>
    <message>
        <source>This is an XML file, but not MusicXML. Choose one that a notation program exported as MusicXML.</source>
        <comment>musicxml.not_musicxml</comment>
        <translation>Це файл XML, але не MusicXML. Виберіть файл, який експортував у MusicXML нотний редактор.</translation>
    </message>
    <message>
        <source>This is neither a WAV nor a MIDI file, nor MP3, FLAC, Ogg or Opus. Save the recording as one of these.</source>
        <comment>hearing.not_wav</comment>
        <translation>Це не файл WAV чи MIDI, а також не MP3, FLAC, Ogg чи Opus. Збережіть запис як один із них.</translation>
    </message>
    <message>
        <source>This is not a MIDI file, whatever its name says. Choose another one.</source>
        <comment>midi.not_midi</comment>
        <translation>Це не файл MIDI, хоч би як він називався. Виберіть інший.</translation>
    </message>
    <message>
        <source>This is not a MusicXML file, whatever its name says. Choose another one.</source>
        <comment>musicxml.not_xml</comment>
        <translation>Це не файл MusicXML, хоч би як він називався. Виберіть інший.</translation>
    </message>
    <message>
        <source>This line of the header is not a field such as T: or M:. A remark begins with %.</source>
        <comment>notation.text-in-header</comment>
        <translation>Цей рядок заголовка&#xa0;— не поле, як-от T: чи M:. Примітка починається з&#xa0;%.</translation>
    </message>
    <message>
        <source>This note has too many marks for octaves; only the first six are read.</source>
        <comment>notation.octave-out-of-range</comment>
        <translation>У цієї ноти забагато позначок октави; прочитано лише перші шість.</translation>
    </message>
    <message>
        <source>This note is part of a tuplet, which needs all its notes. Turn it into a rest instead.</source>
        <comment>edit.in_tuplet</comment>
        <translation>Ця нота належить до ритмічної групи, якій потрібні всі її ноти. Натомість замініть ноту паузою.</translation>
    </message>
    <message>
        <source>This note stands in no place of its own: a macro (m:) or a rest of whole measures writes it. Change that instead.</source>
        <comment>edit.note_from_macro</comment>
        <translation>Ця нота не має власного місця в тексті: її пише макрос (m:) або пауза на цілі такти. Змініть їх.</translation>
    </message>
    <message>
        <source>This old form of a chord is read as if it stood in [ ].</source>
        <comment>notation.chord-old-style</comment>
        <translation>Цей старий запис акорду прочитано так, ніби він стоїть у [ ].</translation>
    </message>
    <message>
        <source>This old form of tempo is read as {beat}={rate}.</source>
        <comment>notation.tempo-old-style</comment>
        <translation>Цей старий запис темпу прочитано як {beat}={rate}.</translation>
    </message>
    <message>
        <source>This order of parts cannot be read. Write it as ABA or A2(BC)2.</source>
        <comment>notation.bad-part-order</comment>
        <translation>Цей порядок частин не вдалося прочитати. Пишіть, наприклад, ABA або A2(BC)2.</translation>
    </message>
    <message>
        <source>This order of parts is too long to be played; the tune is played once through.</source>
        <comment>notation.limit-parts</comment>
        <translation>Цей порядок частин задовгий для відтворення; мелодія звучить один раз від початку до кінця.</translation>
    </message>
    <message>
        <source>This recording is damaged or of a kind that is not read. Save it as WAV, FLAC or MP3 from the program that recorded it.</source>
        <comment>hearing.damaged_packed</comment>
        <translation>Запис пошкоджено, або такий вид не читається. Збережіть його як WAV, FLAC чи MP3 у програмі, яка записувала.</translation>
    </message>
    <message>
        <source>This run has no milestone at step {step}. Its milestones are: {known}.</source>
        <comment>milestones.other_steps</comment>
        <translation>Цей запуск не має проміжної мережі кроку {step}. Є такі кроки: {known}.</translation>
    </message>
    <message>
        <source>This run has reached step {step}, so it cannot end at step {steps}: nothing was trained or changed. Give a larger number of steps.</source>
        <comment>training.steps_reached</comment>
        <translation>Цей запуск уже на кроці {step}, тож не може закінчитися на кроці {steps}: нічого не натреновано й не змінено. Вкажіть більшу кількість кроків.</translation>
    </message>
    <message>
        <source>This run has trained for {trained} s and reached step {step}, so it cannot end after {seconds} s: nothing was trained or changed. The seconds count from the beginning of the run.</source>
        <comment>training.seconds_reached</comment>
        <translation>Цей запуск уже тренувався {trained} с і дійшов до кроку {step}, тож не може закінчитися після {seconds} с: нічого не натреновано й не змінено. Секунди рахують від початку запуску.</translation>
    </message>
    <message>
        <source>This run is at its end, step {step}: nothing was trained. To go on: abcstudio train --resume {path} --steps {more}</source>
        <comment>training.at_its_end</comment>
        <translation>Цей запуск дійшов кінця, крок {step}: нічого не натреновано. Щоб продовжити: abcstudio train --resume {path} --steps {more}</translation>
    </message>
    <message>
        <source>This sign means nothing here.</source>
        <comment>explain.unknown</comment>
        <translation>Цей знак тут нічого не означає.</translation>
    </message>
    <message>
        <source>This tune</source>
        <comment>export.this_tune</comment>
        <translation>Ця мелодія</translation>
    </message>
    <message>
        <source>This tune has no notes, so no measure of it can be rewritten.</source>
        <comment>rewriting.no_measures</comment>
        <translation>У цій мелодії немає нот, тож жоден її такт не можна переписати.</translation>
    </message>
    <message>
        <source>This tune has no notes. Write them on a line below K:.</source>
        <comment>notation.no-notes</comment>
        <translation>У цій мелодії немає нот. Запишіть їх у рядку під K:.</translation>
    </message>
    <message>
        <source>This tune has no words. Type them in a w: line under the music, or in W: lines below it.</source>
        <comment>export.no_words</comment>
        <translation>У цій мелодії немає слів. Запишіть їх у рядку w: під нотами або в рядках W: під мелодією.</translation>
    </message>
    <message>
        <source>This tune has several voices. Only measures of a tune with one voice can be rewritten.</source>
        <comment>rewriting.voices</comment>
        <translation>У цій мелодії кілька голосів. Переписати можна лише такти одноголосої мелодії.</translation>
    </message>
    <message numerus="yes">
        <source>This tune holds more than can be drawn: {count:,} signs, where {limit:,} can be. Divide it into several tunes to see a score. The text is unchanged.</source>
        <comment>engraving.too_large</comment>
        <translation>
            <numerusform>У цій мелодії {count:,} знак, а набрати можна щонайбільше {limit:,}. Щоб побачити ноти, поділіть її на кілька мелодій. Текст не змінено.</numerusform>
            <numerusform>У цій мелодії {count:,} знаки, а набрати можна щонайбільше {limit:,}. Щоб побачити ноти, поділіть її на кілька мелодій. Текст не змінено.</numerusform>
            <numerusform>У цій мелодії {count:,} знаків, а набрати можна щонайбільше {limit:,}. Щоб побачити ноти, поділіть її на кілька мелодій. Текст не змінено.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tune is left out.</source>
        <comment>health.says.left-out</comment>
        <translation>Цю мелодію пропущено.</translation>
    </message>
    <message>
        <source>This tune takes too long to draw. Divide its longest measures by bar lines, or the tune into several. The text is unchanged.</source>
        <comment>engraving.too_slow</comment>
        <translation>Набір нот цієї мелодії триває надто довго. Поділіть найдовші такти тактовими рисками або саму мелодію на кілька. Текст не змінено.</translation>
    </message>
    <message>
        <source>This tuplet cannot be read. Write it as (3 or (3:2:3.</source>
        <comment>notation.bad-tuplet</comment>
        <translation>Цю ритмічну групу не вдалося прочитати. Пишіть (3 або (3:2:3.</translation>
    </message>
    <message>
        <source>This value cannot be read.</source>
        <comment>explain.value-unread</comment>
        <translation>Це значення не вдалося прочитати.</translation>
    </message>
    <message>
        <source>This would open a file or run a program, and is never followed.</source>
        <comment>explain.directive-refused</comment>
        <translation>Це відкрило б файл або запустило програму, тому ніколи не виконується.</translation>
    </message>
    <message>
        <source>This {accidental} is already in the key signature.</source>
        <comment>notation.accidental-needless</comment>
        <translation>Цей знак {accidental} уже є при ключі.</translation>
    </message>
    <message>
        <source>Thumb position of the cello.</source>
        <comment>explain.decoration.thumb</comment>
        <translation>Ставка (позиція великого пальця на віолончелі).</translation>
    </message>
    <message>
        <source>Tied weights</source>
        <comment>hyperparameter.tied_weights</comment>
        <translation>Спільні ваги</translation>
    </message>
    <message>
        <source>Ties that lead to no note</source>
        <comment>health.tie-without-partner</comment>
        <translation>З’єднувальні ліги, що не ведуть до ноти</translation>
    </message>
    <message>
        <source>Ties without a note before them</source>
        <comment>health.tie-without-note</comment>
        <translation>З’єднувальні ліги без ноти перед ними</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>interpretation.group.time</comment>
        <translation>Час</translation>
    </message>
    <message>
        <source>Title of the tune; further ones are other names.</source>
        <comment>explain.field.T</comment>
        <translation>Назва мелодії; наступні&#xa0;— інші її назви.</translation>
    </message>
    <message>
        <source>Too many different notes have accidentals.</source>
        <comment>jury.mode.kinds.high</comment>
        <translation>Забагато різних нот мають знаки альтерації.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <comment>system.loop</comment>
        <translation>забагато символічних посилань</translation>
    </message>
    <message>
        <source>Too many lines of lyrics</source>
        <comment>health.limit-verses</comment>
        <translation>Забагато рядків слів</translation>
    </message>
    <message>
        <source>Too many macros</source>
        <comment>health.limit-macros</comment>
        <translation>Забагато макросів</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <comment>system.too_many_files</comment>
        <translation>відкрито забагато файлів</translation>
    </message>
    <message>
        <source>Too many overlays</source>
        <comment>health.limit-overlays</comment>
        <translation>Забагато додаткових голосів</translation>
    </message>
    <message>
        <source>Too many repeats</source>
        <comment>health.limit-repeats</comment>
        <translation>Забагато повторів</translation>
    </message>
    <message>
        <source>Too many voices</source>
        <comment>health.limit-voices</comment>
        <translation>Забагато голосів</translation>
    </message>
    <message>
        <source>Top-k</source>
        <comment>sampling.top_k</comment>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-p</source>
        <comment>sampling.top_p</comment>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Training cannot begin: {path} cannot be written ({reason}). Free some space or make the folder writable, then start again.</source>
        <comment>training.cannot_begin</comment>
        <translation>Тренування не може початися: не вдається записати «{path}» ({reason}). Звільніть місце або дозвольте запис у теку, а тоді почніть знову.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: another process of this run ended. The last good checkpoint is kept. Start all processes again with --resume.</source>
        <comment>training.rank_lost</comment>
        <translation>Тренування зупинено на кроці {step}: інший процес цього запуску завершився. Остання добра контрольна точка збережена. Запустіть усі процеси знову з --resume.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: the GPU failed ({reason}). The last good checkpoint is kept. Restart the program and resume the run, or train on the processor.</source>
        <comment>training.card_failed</comment>
        <translation>Тренування зупинено на кроці {step}: відеокарта дала збій ({reason}). Остання добра контрольна точка збережена. Перезапустіть програму й відновіть запуск або тренуйте на процесорі.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: the loss has grown to {loss:.1f} instead of falling. No network was kept by then. Start again with a smaller learning rate or a gradient limit.</source>
        <comment>training.diverged_at_once</comment>
        <translation>Тренування зупинено на кроці {step}: втрати не спадають, а зросли до {loss:.1f}. Жодної мережі до того не збережено. Почніть знову з меншою швидкістю навчання або з межею градієнта.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: the loss has grown to {loss:.1f} instead of falling. The last good checkpoint is kept. Try a smaller learning rate or a gradient limit.</source>
        <comment>training.diverged</comment>
        <translation>Тренування зупинено на кроці {step}: втрати не спадають, а зросли до {loss:.1f}. Остання добра контрольна точка збережена. Спробуйте меншу швидкість навчання або межу градієнта.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: the loss is no longer a number. No network was kept by then. Start again with a smaller learning rate or a gradient limit.</source>
        <comment>training.not_finite_at_once</comment>
        <translation>Тренування зупинено на кроці {step}: втрати вже не є числом. Жодної мережі до того не збережено. Почніть знову з меншою швидкістю навчання або з межею градієнта.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: the loss is no longer a number. The last good checkpoint is kept. Go on from it with a smaller learning rate or a gradient limit.</source>
        <comment>training.not_finite</comment>
        <translation>Тренування зупинено на кроці {step}: втрати вже не є числом. Остання добра контрольна точка збережена. Продовжте від неї з меншою швидкістю навчання або з межею градієнта.</translation>
    </message>
    <message>
        <source>Training stopped at step {step}: there is not enough memory for a single piece of text. The last good checkpoint is kept. Try fewer hidden units or layers, or a shorter sequence length.</source>
        <comment>training.out_of_memory</comment>
        <translation>Тренування зупинено на кроці {step}: пам’яті бракує навіть на один фрагмент тексту. Остання добра контрольна точка збережена. Спробуйте менше нейронів чи шарів або коротшу послідовність.</translation>
    </message>
    <message>
        <source>Training stopped before a network was kept: there is not enough memory for it and a single piece of text. Try fewer hidden units or layers, or a shorter sequence length.</source>
        <comment>training.out_of_memory_at_once</comment>
        <translation>Тренування зупинено, перш ніж збережено мережу: пам’яті бракує на неї та на один фрагмент тексту. Спробуйте менше нейронів чи шарів або коротшу послідовність.</translation>
    </message>
    <message>
        <source>Training stopped: {path} cannot be written ({reason}). No checkpoint was kept by then. Free some space or make the folder writable, then start again.</source>
        <comment>training.unwritable_at_once</comment>
        <translation>Тренування зупинено: не вдалося записати «{path}» ({reason}). Жодної контрольної точки до того не збережено. Звільніть місце або дозвольте запис у теку й почніть знову.</translation>
    </message>
    <message>
        <source>Training stopped: {path} cannot be written ({reason}). The last checkpoint is kept. Free some space or make the folder writable, then resume the run.</source>
        <comment>training.unwritable</comment>
        <translation>Тренування зупинено: не вдалося записати «{path}» ({reason}). Остання контрольна точка збережена. Звільніть місце або дозвольте запис у теку й продовжте запуск.</translation>
    </message>
    <message>
        <source>Training waits: {path} cannot be written ({reason}). Free some space or make the folder writable: then it goes on by itself, and nothing is lost. Where a checkpoint has been kept, it can also be stopped and resumed from there.</source>
        <comment>training.paused</comment>
        <translation>Тренування чекає: не вдається записати «{path}» ({reason}). Звільніть місце або дозвольте запис у теку: тоді воно продовжиться саме, і нічого не втратиться. Якщо контрольну точку вже збережено, його можна й зупинити, а потім продовжити від неї.</translation>
    </message>
    <message>
        <source>Transcription: who wrote the tune down.</source>
        <comment>explain.field.Z</comment>
        <translation>Хто записав: від кого запис мелодії.</translation>
    </message>
    <message>
        <source>Tremolo between two notes, four beams.</source>
        <comment>explain.decoration.trem4</comment>
        <translation>Тремоло між двома нотами, чотири ребра.</translation>
    </message>
    <message>
        <source>Tremolo between two notes, one beam.</source>
        <comment>explain.decoration.trem1</comment>
        <translation>Тремоло між двома нотами, одне ребро.</translation>
    </message>
    <message>
        <source>Tremolo between two notes, three beams.</source>
        <comment>explain.decoration.trem3</comment>
        <translation>Тремоло між двома нотами, три ребра.</translation>
    </message>
    <message>
        <source>Tremolo between two notes, two beams.</source>
        <comment>explain.decoration.trem2</comment>
        <translation>Тремоло між двома нотами, два ребра.</translation>
    </message>
    <message>
        <source>Tremolo, four strokes: repeated in sixty-fourths.</source>
        <comment>explain.decoration.////</comment>
        <translation>Тремоло, чотири риски: повторюється шістдесят четвертими.</translation>
    </message>
    <message>
        <source>Tremolo, one stroke: the note is repeated in eighths.</source>
        <comment>explain.decoration./</comment>
        <translation>Тремоло, одна риска: нота повторюється восьмими.</translation>
    </message>
    <message>
        <source>Tremolo, three strokes: repeated in thirty-seconds.</source>
        <comment>explain.decoration.///</comment>
        <translation>Тремоло, три риски: повторюється тридцять другими.</translation>
    </message>
    <message>
        <source>Tremolo, two strokes: repeated in sixteenths.</source>
        <comment>explain.decoration.//</comment>
        <translation>Тремоло, дві риски: повторюється шістнадцятими.</translation>
    </message>
    <message>
        <source>Tremolos</source>
        <comment>interpretation.tremolos</comment>
        <translation>Тремоло</translation>
    </message>
    <message>
        <source>Triangle as note head.</source>
        <comment>explain.decoration.style=triangle</comment>
        <translation>Трикутник замість головки.</translation>
    </message>
    <message>
        <source>Trill: the note alternates quickly with the one above it.</source>
        <comment>explain.decoration.trill</comment>
        <translation>Трель: нота швидко чергується з вищою сусідньою.</translation>
    </message>
    <message>
        <source>Trills, turns, mordents</source>
        <comment>interpretation.trills</comment>
        <translation>Трелі, групето, морденти</translation>
    </message>
    <message>
        <source>Triplet</source>
        <comment>snippet.triplet</comment>
        <translation>Тріоль</translation>
    </message>
    <message>
        <source>True or False</source>
        <comment>lesson.kind_bool</comment>
        <translation>True або False</translation>
    </message>
    <message>
        <source>Trumpet</source>
        <comment>explain.program.56</comment>
        <translation>Труба</translation>
    </message>
    <message>
        <source>Tune number {number} of this text.</source>
        <comment>explain.number</comment>
        <translation>Мелодія номер {number} у цьому тексті.</translation>
    </message>
    <message>
        <source>Tune {number} of {path} ({title}) was not written. {reason}</source>
        <comment>export.tune_lost</comment>
        <translation>Мелодію {number} з файлу «{path}» («{title}») не записано. {reason}</translation>
    </message>
    <message>
        <source>Tune {number} of {path} was not written. {reason}</source>
        <comment>export.untitled_lost</comment>
        <translation>Мелодію {number} з файлу «{path}» не записано. {reason}</translation>
    </message>
    <message>
        <source>Tune {number} of {path}: {remark}</source>
        <comment>export.tune_remark</comment>
        <translation>Мелодія {number} з файлу «{path}»: {remark}</translation>
    </message>
    <message>
        <source>Tunes can be written as WAV or MIDI files. To hear them here, switch on a sound device; on Linux, start PipeWire or PulseAudio.</source>
        <comment>doctor.do_sound</comment>
        <translation>Мелодії можна записувати у файли WAV або MIDI. Щоб слухати їх тут, увімкніть звуковий пристрій; у Linux запустіть PipeWire або PulseAudio.</translation>
    </message>
    <message>
        <source>Tunes that are too long</source>
        <comment>health.limit-elements</comment>
        <translation>Задовгі мелодії</translation>
    </message>
    <message>
        <source>Tunes with more problems than are listed</source>
        <comment>health.limit-diagnostics</comment>
        <translation>Мелодії, де проблем більше, ніж у списку</translation>
    </message>
    <message>
        <source>Tunes with too many lines</source>
        <comment>health.limit-lines</comment>
        <translation>Мелодії із завеликою кількістю рядків</translation>
    </message>
    <message>
        <source>Tunes without a key (K:)</source>
        <comment>health.missing-key</comment>
        <translation>Мелодії без тональності (K:)</translation>
    </message>
    <message>
        <source>Tunes without a meter (M:)</source>
        <comment>health.missing-meter</comment>
        <translation>Мелодії без розміру (M:)</translation>
    </message>
    <message>
        <source>Tunes without a number (X:)</source>
        <comment>health.missing-reference-number</comment>
        <translation>Мелодії без номера (X:)</translation>
    </message>
    <message>
        <source>Tunes without a title (T:)</source>
        <comment>health.missing-title</comment>
        <translation>Мелодії без назви (T:)</translation>
    </message>
    <message>
        <source>Tunes without notes</source>
        <comment>health.no-notes</comment>
        <translation>Мелодії без нот</translation>
    </message>
    <message>
        <source>Tuplet of other numbers</source>
        <comment>snippet.tuplet</comment>
        <translation>Ритмічна група з іншими числами</translation>
    </message>
    <message>
        <source>Tuplets inside another</source>
        <comment>health.tuplet-nested</comment>
        <translation>Ритмічні групи всередині інших</translation>
    </message>
    <message>
        <source>Tuplets that cannot be read</source>
        <comment>health.bad-tuplet</comment>
        <translation>Ритмічні групи, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Tuplets that go on behind a bar line</source>
        <comment>health.tuplet-over-bar</comment>
        <translation>Ритмічні групи, що тривають за тактовою рискою</translation>
    </message>
    <message>
        <source>Tuplets with too few notes</source>
        <comment>health.tuplet-short</comment>
        <translation>Ритмічні групи, яким бракує нот</translation>
    </message>
    <message>
        <source>Turn with a stroke: above, the note, below, and the note again.</source>
        <comment>explain.decoration.turnx</comment>
        <translation>Перекреслене групето: вища нота, сама нота, нижча і знову сама нота.</translation>
    </message>
    <message>
        <source>Turn: above, the note, below, and the note again.</source>
        <comment>explain.decoration.turn</comment>
        <translation>Групето: вища нота, сама нота, нижча і знову сама нота.</translation>
    </message>
    <message>
        <source>Two measures are repeated.</source>
        <comment>explain.decoration.repeatbar2</comment>
        <translation>Повторюються два такти.</translation>
    </message>
    <message>
        <source>Two octaves higher than written from here.</source>
        <comment>explain.decoration.15ma(</comment>
        <translation>Звідси на дві октави вище, ніж записано.</translation>
    </message>
    <message>
        <source>Two octaves higher than written up to here.</source>
        <comment>explain.decoration.15ma)</comment>
        <translation>До цього місця на дві октави вище, ніж записано.</translation>
    </message>
    <message>
        <source>Two octaves lower than written from here.</source>
        <comment>explain.decoration.15mb(</comment>
        <translation>Звідси на дві октави нижче, ніж записано.</translation>
    </message>
    <message>
        <source>Two octaves lower than written up to here.</source>
        <comment>explain.decoration.15mb)</comment>
        <translation>До цього місця на дві октави нижче, ніж записано.</translation>
    </message>
    <message>
        <source>U: fields that cannot be read</source>
        <comment>health.bad-user-symbol</comment>
        <translation>Поля U:, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <comment>encoding.utf-8</comment>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Unit note length: how long a note without a number is.</source>
        <comment>explain.field.L</comment>
        <translation>Базова тривалість: скільки триває нота без числа.</translation>
    </message>
    <message>
        <source>Unit note lengths that cannot be read</source>
        <comment>health.bad-unit-note-length</comment>
        <translation>Базові тривалості, які не вдалося прочитати</translation>
    </message>
    <message>
        <source>Unknown decorations</source>
        <comment>health.unknown-decoration</comment>
        <translation>Невідомі виконавські знаки</translation>
    </message>
    <message>
        <source>Unknown fields</source>
        <comment>health.field-unknown</comment>
        <translation>Невідомі поля</translation>
    </message>
    <message>
        <source>Unknown kinds of chords</source>
        <comment>health.chord-kind-unknown</comment>
        <translation>Невідомі види акордів</translation>
    </message>
    <message>
        <source>Unknown symbols</source>
        <comment>health.symbol-unknown</comment>
        <translation>Невідомі знаки (поле s:)</translation>
    </message>
    <message>
        <source>Unknown words in %%MIDI lines</source>
        <comment>health.midi-word-unknown</comment>
        <translation>Невідомі слова в рядках&#xa0;%%MIDI</translation>
    </message>
    <message>
        <source>Untitled</source>
        <comment>book.untitled</comment>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Untitled</source>
        <comment>snippet.words.untitled</comment>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Up-bow.</source>
        <comment>explain.decoration.upbow</comment>
        <translation>Смичок угору.</translation>
    </message>
    <message>
        <source>User symbol: gives a letter the meaning of a decoration.</source>
        <comment>explain.field.U</comment>
        <translation>Власний знак: надає літері значення виконавського знака.</translation>
    </message>
    <message>
        <source>Variants of one melody</source>
        <comment>health.variant</comment>
        <translation>Варіанти однієї мелодії</translation>
    </message>
    <message>
        <source>Violin</source>
        <comment>explain.program.40</comment>
        <translation>Скрипка</translation>
    </message>
    <message>
        <source>Voice</source>
        <comment>snippet.voice</comment>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Voice {name} is not named here, so it is heard but not shown.</source>
        <comment>notation.voice-not-shown</comment>
        <translation>Голос «{name}» тут не названо, тому його чути, але не видно.</translation>
    </message>
    <message>
        <source>Voice {name} is {amount} shorter than voice {other}, so it is silent at the end. Was a measure forgotten?</source>
        <comment>notation.voice-shorter</comment>
        <translation>Голос «{name}» коротший за голос «{other}» і мовчить у кінці; бракує: {amount}. Чи не пропущено такт?</translation>
    </message>
    <message>
        <source>Voice: the music after it is this voice&apos;s.</source>
        <comment>explain.field.V</comment>
        <translation>Голос: музика після нього належить цьому голосу.</translation>
    </message>
    <message>
        <source>Voices that are heard but not shown</source>
        <comment>health.voice-not-shown</comment>
        <translation>Голоси, які чути, але не видно</translation>
    </message>
    <message>
        <source>Voices that are too short</source>
        <comment>health.voice-shorter</comment>
        <translation>Закороткі голоси</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <comment>hyperparameter.warmup_steps</comment>
        <translation>Кроки розігріву</translation>
    </message>
    <message>
        <source>Wedge: the note is played very short.</source>
        <comment>explain.decoration.wedge</comment>
        <translation>Клин: нота дуже коротка.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <comment>hyperparameter.weight_decay</comment>
        <translation>Згасання ваг</translation>
    </message>
    <message>
        <source>Weight dropout</source>
        <comment>hyperparameter.weight_dropout</comment>
        <translation>Дропаут ваг</translation>
    </message>
    <message>
        <source>What a note strikes on the drum kit</source>
        <comment>explain.midi.drummap</comment>
        <translation>У що на ударній установці б’є нота</translation>
    </message>
    <message>
        <source>What came is not the file that the catalogue calls {name}: its checksum is another one. It was thrown away. Look at {page}.</source>
        <comment>catalogue.another_file</comment>
        <translation>Отримано не той файл, який каталог називає «{name}»: у нього інша контрольна сума. Його викинуто. Погляньте на {page}.</translation>
    </message>
    <message>
        <source>What ends a line of the score: &lt;EOL&gt;, $, ! or &lt;none&gt;.</source>
        <comment>explain.directive.linebreak</comment>
        <translation>Що закінчує рядок нот: &lt;EOL&gt;, $, ! або &lt;none&gt;.</translation>
    </message>
    <message>
        <source>What returns in it, and where, is typical.</source>
        <comment>jury.structure.typical</comment>
        <translation>Те, що і де повертається, типове.</translation>
    </message>
    <message>
        <source>What stands before the first line of the score</source>
        <comment>explain.word.name</comment>
        <translation>Що стоїть перед першим рядком нот</translation>
    </message>
    <message>
        <source>What stands before the other lines</source>
        <comment>explain.word.subname</comment>
        <translation>Що стоїть перед іншими рядками</translation>
    </message>
    <message>
        <source>What was to be printed cannot be written to the standard output: {reason}. Files that were written are whole.</source>
        <comment>file.output_unwritable</comment>
        <translation>Не вдалося вивести дані на стандартний вихід: {reason}. Записані файли цілі.</translation>
    </message>
    <message>
        <source>When a take repeats itself over and over, make it go on differently.</source>
        <comment>sampling.repetition_guard.help</comment>
        <translation>Коли спроба повторюється знов і знов, спрямувати її далі інакше.</translation>
    </message>
    <message>
        <source>Where there are slurs, the notes outside them end a little early.</source>
        <comment>interpretation.slurs.help</comment>
        <translation>Де є фразувальні ліги, ноти поза ними закінчуються трохи раніше.</translation>
    </message>
    <message>
        <source>Whether the learning rate stays as it is or falls along a cosine to the end of the run.</source>
        <comment>hyperparameter.schedule.help</comment>
        <translation>Чи швидкість навчання лишається сталою, чи спадає за косинусом до кінця запуску.</translation>
    </message>
    <message>
        <source>Which sign stands around decorations: ! or +.</source>
        <comment>explain.directive.decoration</comment>
        <translation>Який знак оточує виконавські знаки: ! або +.</translation>
    </message>
    <message>
        <source>Which voices stand on which staves, an older form.</source>
        <comment>explain.directive.staves</comment>
        <translation>Які голоси на яких нотоносцях стоять, старіший запис.</translation>
    </message>
    <message>
        <source>Which voices stand on which staves.</source>
        <comment>explain.directive.score</comment>
        <translation>Які голоси на яких нотоносцях стоять.</translation>
    </message>
    <message>
        <source>Whistling</source>
        <comment>explain.program.78</comment>
        <translation>Свист</translation>
    </message>
    <message>
        <source>Windows-1250 (Central European)</source>
        <comment>encoding.cp1250</comment>
        <translation>Windows-1250 (центральноєвропейське)</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <comment>encoding.cp1251</comment>
        <translation>Windows-1251 (кирилиця)</translation>
    </message>
    <message>
        <source>Windows-1252 (Western European)</source>
        <comment>encoding.cp1252</comment>
        <translation>Windows-1252 (західноєвропейське)</translation>
    </message>
    <message>
        <source>Windows-1253 (Greek)</source>
        <comment>encoding.cp1253</comment>
        <translation>Windows-1253 (грецьке)</translation>
    </message>
    <message>
        <source>Windows-1254 (Turkish)</source>
        <comment>encoding.cp1254</comment>
        <translation>Windows-1254 (турецьке)</translation>
    </message>
    <message>
        <source>Windows-1257 (Baltic)</source>
        <comment>encoding.cp1257</comment>
        <translation>Windows-1257 (балтійське)</translation>
    </message>
    <message>
        <source>With the stroke it is crushed into the note, as short as can be.</source>
        <comment>explain.grace-slashed</comment>
        <translation>Перекреслений: він якнайкоротший і зливається з нотою.</translation>
    </message>
    <message>
        <source>Without a number a note is {length}</source>
        <comment>explain.unit-short</comment>
        <translation>Нота без числа: {length}</translation>
    </message>
    <message>
        <source>Words in a key that mean nothing</source>
        <comment>health.key-word-unknown</comment>
        <translation>Слова в тональності, що нічого не означають</translation>
    </message>
    <message>
        <source>Words of a tempo without quotes</source>
        <comment>health.tempo-not-quoted</comment>
        <translation>Слова темпу без лапок</translation>
    </message>
    <message>
        <source>Words or symbols (w:, s:) stand under these measures and would come under other notes. Keep the rhythm, or take them out first.</source>
        <comment>rewriting.words</comment>
        <translation>Під цими тактами стоять слова або знаки (w:, s:), які опинилися б під іншими нотами. Збережіть ритм або спершу приберіть їх.</translation>
    </message>
    <message>
        <source>Words or symbols (w:, s:) stand under this repeat, and each time would need its own. Take them out first.</source>
        <comment>rewriting.words_twice</comment>
        <translation>Під цією репризою стоять слова або знаки (w:, s:), а кожен раз потребував би своїх. Спершу приберіть їх.</translation>
    </message>
    <message>
        <source>Words that stand below the whole tune.</source>
        <comment>explain.field.W</comment>
        <translation>Слова, що стоять під усією мелодією.</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-capital</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-chord</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-count-notes</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-decoration</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-make-annotation</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-mode</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-quote</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-tempo</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-write-out</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-close-chord</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <comment>notation.fix-close-quote</comment>
        <translation>Написати {text}</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <comment>report.writing</comment>
        <translation>Запис файлу…</translation>
    </message>
    <message>
        <source>Written {long} or, shorter, {short}.</source>
        <comment>explain.decoration-written-short</comment>
        <translation>Запис: {long} або, коротше, {short}.</translation>
    </message>
    <message>
        <source>Written {long}.</source>
        <comment>explain.decoration-written</comment>
        <translation>Запис: {long}.</translation>
    </message>
    <message>
        <source>X: takes a number only; {value} is none. Each field stands on a line of its own.</source>
        <comment>notation.bad-reference-number</comment>
        <translation>Після X: стоїть лише номер, а {value}&#xa0;— не номер. Кожне поле пишуть в окремому рядку.</translation>
    </message>
    <message>
        <source>Your answer to the lesson {lesson} stopped it: {reason}</source>
        <comment>lesson.own_broken</comment>
        <translation>Код зупинився у вашій відповіді на урок «{lesson}»: {reason}</translation>
    </message>
    <message>
        <source>Your code</source>
        <comment>lesson.somewhere</comment>
        <translation>Ваш код</translation>
    </message>
    <message>
        <source>Your code ended its process (line {line}). Check the answers of its lessons once more.</source>
        <comment>lesson.own_ended</comment>
        <translation>Ваш код завершив свій процес (рядок {line}). Перевірте відповіді в його уроках ще раз.</translation>
    </message>
    <message>
        <source>a 128th note</source>
        <comment>explain.value.128</comment>
        <translation>сто двадцять восьма</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <comment>lesson.kind_array</comment>
        <translation>масив NumPy</translation>
    </message>
    <message>
        <source>a PDF</source>
        <comment>file.kind_pdf</comment>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a class</source>
        <comment>lesson.kind_class</comment>
        <translation>клас</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <comment>file.kind_archive</comment>
        <translation>стиснений файл</translation>
    </message>
    <message>
        <source>a database</source>
        <comment>file.kind_database</comment>
        <translation>база даних</translation>
    </message>
    <message>
        <source>a decimal number</source>
        <comment>lesson.kind_float</comment>
        <translation>десяткове число</translation>
    </message>
    <message>
        <source>a dictionary</source>
        <comment>lesson.kind_dict</comment>
        <translation>словник</translation>
    </message>
    <message>
        <source>a directive for players</source>
        <comment>reading.directive</comment>
        <translation>директива для програвачів</translation>
    </message>
    <message>
        <source>a dotted 128th note</source>
        <comment>explain.value.128.dot</comment>
        <translation>сто двадцять восьма з крапкою</translation>
    </message>
    <message>
        <source>a dotted double whole note</source>
        <comment>explain.value.2w.dot</comment>
        <translation>бревіс із крапкою</translation>
    </message>
    <message>
        <source>a dotted eighth note</source>
        <comment>explain.value.8.dot</comment>
        <translation>восьма з крапкою</translation>
    </message>
    <message>
        <source>a dotted half note</source>
        <comment>explain.value.2.dot</comment>
        <translation>половинна з крапкою</translation>
    </message>
    <message>
        <source>a dotted quarter note</source>
        <comment>explain.value.4.dot</comment>
        <translation>четвертна з крапкою</translation>
    </message>
    <message>
        <source>a dotted sixteenth note</source>
        <comment>explain.value.16.dot</comment>
        <translation>шістнадцята з крапкою</translation>
    </message>
    <message>
        <source>a dotted sixty-fourth note</source>
        <comment>explain.value.64.dot</comment>
        <translation>шістдесят четверта з крапкою</translation>
    </message>
    <message>
        <source>a dotted thirty-second note</source>
        <comment>explain.value.32.dot</comment>
        <translation>тридцять друга з крапкою</translation>
    </message>
    <message>
        <source>a dotted whole note</source>
        <comment>explain.value.1.dot</comment>
        <translation>ціла з крапкою</translation>
    </message>
    <message>
        <source>a double whole note</source>
        <comment>explain.value.2w</comment>
        <translation>бревіс</translation>
    </message>
    <message>
        <source>a double-dotted 128th note</source>
        <comment>explain.value.128.dots</comment>
        <translation>сто двадцять восьма з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted double whole note</source>
        <comment>explain.value.2w.dots</comment>
        <translation>бревіс із двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted eighth note</source>
        <comment>explain.value.8.dots</comment>
        <translation>восьма з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted half note</source>
        <comment>explain.value.2.dots</comment>
        <translation>половинна з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted quarter note</source>
        <comment>explain.value.4.dots</comment>
        <translation>четвертна з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted sixteenth note</source>
        <comment>explain.value.16.dots</comment>
        <translation>шістнадцята з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted sixty-fourth note</source>
        <comment>explain.value.64.dots</comment>
        <translation>шістдесят четверта з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted thirty-second note</source>
        <comment>explain.value.32.dots</comment>
        <translation>тридцять друга з двома крапками</translation>
    </message>
    <message>
        <source>a double-dotted whole note</source>
        <comment>explain.value.1.dots</comment>
        <translation>ціла з двома крапками</translation>
    </message>
    <message>
        <source>a function</source>
        <comment>lesson.kind_function</comment>
        <translation>функція</translation>
    </message>
    <message>
        <source>a half</source>
        <comment>explain.unit.2</comment>
        <translation>половинна</translation>
    </message>
    <message>
        <source>a half note</source>
        <comment>explain.value.2</comment>
        <translation>половинна</translation>
    </message>
    <message>
        <source>a layer</source>
        <comment>lesson.kind_layer</comment>
        <translation>шар</translation>
    </message>
    <message>
        <source>a list</source>
        <comment>lesson.kind_list</comment>
        <translation>список</translation>
    </message>
    <message>
        <source>a model</source>
        <comment>file.kind_model</comment>
        <translation>модель</translation>
    </message>
    <message>
        <source>a picture</source>
        <comment>file.kind_picture</comment>
        <translation>зображення</translation>
    </message>
    <message>
        <source>a program</source>
        <comment>file.kind_program</comment>
        <translation>програма</translation>
    </message>
    <message>
        <source>a quarter</source>
        <comment>explain.unit.4</comment>
        <translation>четвертна</translation>
    </message>
    <message>
        <source>a quarter note</source>
        <comment>explain.value.4</comment>
        <translation>четвертна</translation>
    </message>
    <message>
        <source>a screen is named by {variable}</source>
        <comment>doctor.screen_found</comment>
        <translation>екран названо у змінній {variable}</translation>
    </message>
    <message>
        <source>a set</source>
        <comment>lesson.kind_set</comment>
        <translation>множина</translation>
    </message>
    <message>
        <source>a sixteenth</source>
        <comment>explain.unit.16</comment>
        <translation>шістнадцята</translation>
    </message>
    <message>
        <source>a sixteenth note</source>
        <comment>explain.value.16</comment>
        <translation>шістнадцята</translation>
    </message>
    <message>
        <source>a sixty-fourth note</source>
        <comment>explain.value.64</comment>
        <translation>шістдесят четверта</translation>
    </message>
    <message>
        <source>a sound file</source>
        <comment>file.kind_sound</comment>
        <translation>звуковий файл</translation>
    </message>
    <message>
        <source>a tensor</source>
        <comment>lesson.kind_tensor</comment>
        <translation>тензор</translation>
    </message>
    <message>
        <source>a text</source>
        <comment>lesson.kind_str</comment>
        <translation>рядок тексту</translation>
    </message>
    <message>
        <source>a thirty-second</source>
        <comment>explain.unit.32</comment>
        <translation>тридцять друга</translation>
    </message>
    <message>
        <source>a thirty-second note</source>
        <comment>explain.value.32</comment>
        <translation>тридцять друга</translation>
    </message>
    <message>
        <source>a tuple</source>
        <comment>lesson.kind_tuple</comment>
        <translation>кортеж</translation>
    </message>
    <message>
        <source>a whole</source>
        <comment>explain.unit.1</comment>
        <translation>ціла</translation>
    </message>
    <message>
        <source>a whole note</source>
        <comment>explain.value.1</comment>
        <translation>ціла</translation>
    </message>
    <message>
        <source>a whole number</source>
        <comment>lesson.kind_int</comment>
        <translation>ціле число</translation>
    </message>
    <message>
        <source>accent</source>
        <comment>reading.decoration-accent</comment>
        <translation>акцент</translation>
    </message>
    <message>
        <source>after measure {number}</source>
        <comment>reading.after-measure</comment>
        <translation>після такту {number}</translation>
    </message>
    <message>
        <source>after the pickup</source>
        <comment>reading.after-pickup</comment>
        <translation>після затакту</translation>
    </message>
    <message>
        <source>all but one length</source>
        <comment>finding.rhythm</comment>
        <translation>усе, крім однієї тривалості</translation>
    </message>
    <message>
        <source>all that the window needs of the system</source>
        <comment>doctor.libraries_found</comment>
        <translation>є все, що вікну потрібно від системи</translation>
    </message>
    <message>
        <source>alto clef</source>
        <comment>explain.clef.C3</comment>
        <translation>альтовий ключ</translation>
    </message>
    <message>
        <source>an eighth</source>
        <comment>explain.unit.8</comment>
        <translation>восьма</translation>
    </message>
    <message>
        <source>an eighth note</source>
        <comment>explain.value.8</comment>
        <translation>восьма</translation>
    </message>
    <message>
        <source>another clef</source>
        <comment>reading.clef</comment>
        <translation>інший ключ</translation>
    </message>
    <message>
        <source>another tempo</source>
        <comment>reading.tempo</comment>
        <translation>інший темп</translation>
    </message>
    <message>
        <source>at the same pitch</source>
        <comment>finding.same_pitch</comment>
        <translation>на тій самій висоті</translation>
    </message>
    <message>
        <source>bar line</source>
        <comment>reading.bar-line</comment>
        <translation>тактова риска</translation>
    </message>
    <message>
        <source>baritone clef</source>
        <comment>explain.clef.F3</comment>
        <translation>баритоновий ключ</translation>
    </message>
    <message>
        <source>bass clef</source>
        <comment>explain.clef.F4</comment>
        <translation>басовий ключ</translation>
    </message>
    <message>
        <source>beat {beat}</source>
        <comment>place.beat</comment>
        <translation>доля {beat}</translation>
    </message>
    <message>
        <source>breath</source>
        <comment>reading.decoration-breath</comment>
        <translation>цезура</translation>
    </message>
    <message>
        <source>broken chord</source>
        <comment>reading.decoration-arpeggio</comment>
        <translation>арпеджіо</translation>
    </message>
    <message>
        <source>cannot be loaded: {reason}</source>
        <comment>doctor.library_broken</comment>
        <translation>не завантажується: {reason}</translation>
    </message>
    <message>
        <source>chord symbol {text}</source>
        <comment>reading.chord-symbol</comment>
        <translation>позначення акорду {text}</translation>
    </message>
    <message>
        <source>chord: {notes}</source>
        <comment>reading.chord</comment>
        <translation>акорд: {notes}</translation>
    </message>
    <message numerus="yes">
        <source>cleaned: {tunes:,} tunes, {changed:,} of them changed</source>
        <comment>preparation.clean</comment>
        <translation>
            <numerusform>очищено: {tunes:,} мелодію, з них змінено {changed:,}</numerusform>
            <numerusform>очищено: {tunes:,} мелодії, з них змінено {changed:,}</numerusform>
            <numerusform>очищено: {tunes:,} мелодій, з них змінено {changed:,}</numerusform>
        </translation>
    </message>
    <message>
        <source>clef named here</source>
        <comment>explain.clef.other</comment>
        <translation>ключ, названий тут</translation>
    </message>
    <message>
        <source>coda</source>
        <comment>reading.decoration-coda</comment>
        <translation>кода</translation>
    </message>
    <message>
        <source>compressed entries</source>
        <comment>lab-file.compressed</comment>
        <translation>стиснені елементи</translation>
    </message>
    <message>
        <source>crescendo begins</source>
        <comment>reading.decoration-crescendo-begins</comment>
        <translation>початок крещендо</translation>
    </message>
    <message>
        <source>crescendo ends</source>
        <comment>reading.decoration-crescendo-ends</comment>
        <translation>кінець крещендо</translation>
    </message>
    <message>
        <source>device</source>
        <comment>doctor.device</comment>
        <translation>пристрій</translation>
    </message>
    <message>
        <source>diminuendo begins</source>
        <comment>reading.decoration-diminuendo-begins</comment>
        <translation>початок димінуендо</translation>
    </message>
    <message>
        <source>diminuendo ends</source>
        <comment>reading.decoration-diminuendo-ends</comment>
        <translation>кінець димінуендо</translation>
    </message>
    <message>
        <source>dotted bar line</source>
        <comment>reading.bar-line-dotted</comment>
        <translation>пунктирна тактова риска</translation>
    </message>
    <message>
        <source>dotted {length}</source>
        <comment>reading.dotted</comment>
        <translation>{length} з крапкою</translation>
    </message>
    <message>
        <source>double bar line</source>
        <comment>reading.bar-line-double</comment>
        <translation>подвійна тактова риска</translation>
    </message>
    <message>
        <source>double dotted {length}</source>
        <comment>reading.double-dotted</comment>
        <translation>{length} з двома крапками</translation>
    </message>
    <message>
        <source>double flat</source>
        <comment>explain.sign.double-flat</comment>
        <translation>дубль-бемоль</translation>
    </message>
    <message>
        <source>double sharp</source>
        <comment>explain.sign.double-sharp</comment>
        <translation>дубль-дієз</translation>
    </message>
    <message>
        <source>double whole</source>
        <comment>reading.length-2</comment>
        <translation>бревіс</translation>
    </message>
    <message>
        <source>down-bow</source>
        <comment>reading.decoration-downbow</comment>
        <translation>смичок униз</translation>
    </message>
    <message>
        <source>driver</source>
        <comment>doctor.driver</comment>
        <translation>драйвер</translation>
    </message>
    <message>
        <source>eight whole notes</source>
        <comment>reading.length-8</comment>
        <translation>вісім цілих</translation>
    </message>
    <message>
        <source>eighth</source>
        <comment>reading.length-1/8</comment>
        <translation>восьма</translation>
    </message>
    <message>
        <source>encrypted entries</source>
        <comment>lab-file.encrypted</comment>
        <translation>зашифровані елементи</translation>
    </message>
    <message>
        <source>ending {passes}</source>
        <comment>place.ending</comment>
        <translation>вольта {passes}</translation>
    </message>
    <message>
        <source>entries that are not weights</source>
        <comment>lab-file.foreign</comment>
        <translation>є елементи, які не є вагами</translation>
    </message>
    <message>
        <source>entries that overlap</source>
        <comment>lab-file.overlapping</comment>
        <translation>елементи накладаються</translation>
    </message>
    <message>
        <source>fermata</source>
        <comment>reading.decoration-fermata</comment>
        <translation>фермата</translation>
    </message>
    <message>
        <source>final bar line</source>
        <comment>reading.bar-line-final</comment>
        <translation>кінцева тактова риска</translation>
    </message>
    <message>
        <source>fine</source>
        <comment>reading.decoration-fine</comment>
        <translation>кінець (Fine)</translation>
    </message>
    <message>
        <source>fingerprint: {fingerprint}</source>
        <comment>preparation.fingerprint</comment>
        <translation>відбиток: {fingerprint}</translation>
    </message>
    <message>
        <source>flat</source>
        <comment>explain.sign.flat</comment>
        <translation>бемоль</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>doctor.folder</comment>
        <translation>тека</translation>
    </message>
    <message>
        <source>fonts</source>
        <comment>doctor.fonts</comment>
        <translation>шрифти</translation>
    </message>
    <message>
        <source>four whole notes</source>
        <comment>reading.length-4</comment>
        <translation>чотири цілі</translation>
    </message>
    <message>
        <source>free meter</source>
        <comment>reading.free-meter</comment>
        <translation>вільний розмір</translation>
    </message>
    <message>
        <source>full</source>
        <comment>place.full</comment>
        <translation>повний</translation>
    </message>
    <message>
        <source>generate_text has to give a text.</source>
        <comment>lesson.own_text</comment>
        <translation>generate_text має повертати текст.</translation>
    </message>
    <message>
        <source>get_batch has to give two tensors, the inputs and the targets.</source>
        <comment>lesson.own_pair</comment>
        <translation>get_batch має повертати два тензори: входи й цілі.</translation>
    </message>
    <message>
        <source>grace note {notes}</source>
        <comment>reading.grace-note</comment>
        <translation>форшлаг {notes}</translation>
    </message>
    <message>
        <source>grace notes {notes}</source>
        <comment>reading.grace-notes</comment>
        <translation>форшлаги {notes}</translation>
    </message>
    <message>
        <source>half</source>
        <comment>reading.length-1/2</comment>
        <translation>половинна</translation>
    </message>
    <message>
        <source>heavy bar line</source>
        <comment>reading.bar-line-heavy</comment>
        <translation>жирна тактова риска</translation>
    </message>
    <message>
        <source>hidden rest</source>
        <comment>reading.hidden-rest</comment>
        <translation>прихована пауза</translation>
    </message>
    <message>
        <source>hints in lesson.{language}.md: {count} in place of {wanted}</source>
        <comment>lesson.hint_count</comment>
        <translation>підказок у lesson.{language}.md: {count} замість {wanted}</translation>
    </message>
    <message>
        <source>hundred-and-twenty-eighth</source>
        <comment>reading.length-1/128</comment>
        <translation>сто двадцять восьма</translation>
    </message>
    <message>
        <source>in its own key</source>
        <comment>finding.any_pitch</comment>
        <translation>у своїй тональності</translation>
    </message>
    <message numerus="yes">
        <source>in {count} tunes</source>
        <comment>newness.tunes</comment>
        <translation>
            <numerusform>у {count} мелодії</numerusform>
            <numerusform>у {count} мелодіях</numerusform>
            <numerusform>у {count} мелодіях</numerusform>
        </translation>
    </message>
    <message>
        <source>installed by pip</source>
        <comment>doctor.kind_package</comment>
        <translation>установлено через pip</translation>
    </message>
    <message>
        <source>invisible bar line</source>
        <comment>reading.bar-line-invisible</comment>
        <translation>невидима тактова риска</translation>
    </message>
    <message>
        <source>it holds no answer to these lessons</source>
        <comment>lesson.archive_empty</comment>
        <translation>у ньому немає відповідей на ці уроки</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <comment>file.reason_folder</comment>
        <translation>це тека</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <comment>file.reason_loop</comment>
        <translation>це посилання веде саме на себе</translation>
    </message>
    <message>
        <source>it is a link that leads nowhere</source>
        <comment>file.reason_dead_link</comment>
        <translation>це посилання веде в нікуди</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <comment>file.reason_no_file</comment>
        <translation>це канал або пристрій, а не файл</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <comment>file.reason_damaged</comment>
        <translation>файл пошкоджено</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB</source>
        <comment>file.reason_too_large</comment>
        <translation>розмір понад {limit} МБ</translation>
    </message>
    <message>
        <source>it is no archive, or a damaged one</source>
        <comment>lesson.archive_damaged</comment>
        <translation>це не архів, або він пошкоджений</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <comment>file.reason_no_folder</comment>
        <translation>це не тека</translation>
    </message>
    <message>
        <source>its %%abc-charset names {declared}, which its bytes are not; read as {encoding}</source>
        <comment>encoding.not_as_declared</comment>
        <translation>у рядку&#xa0;%%abc-charset вказано {declared}, але байти цьому не відповідають; прочитано як {encoding}</translation>
    </message>
    <message>
        <source>its code is not that of {file}; only comments and docstrings may differ</source>
        <comment>lesson.other_code</comment>
        <translation>код у ньому інший, ніж у {file}; різнитися можуть лише коментарі й рядки документації</translation>
    </message>
    <message>
        <source>its encoding is not known; read as {encoding}, so letters may be wrong. Name it in a first line such as %%abc-charset iso-8859-7, or save the file as UTF-8</source>
        <comment>encoding.unknown</comment>
        <translation>кодування невідоме; прочитано як {encoding}, тож літери можуть бути хибними. Вкажіть кодування в першому рядку, наприклад&#xa0;%%abc-charset iso-8859-7, або збережіть файл у UTF-8</translation>
    </message>
    <message>
        <source>key {tonic} {mode}</source>
        <comment>reading.key</comment>
        <translation>тональність {tonic} {mode}</translation>
    </message>
    <message>
        <source>letter for letter</source>
        <comment>finding.title_whole</comment>
        <translation>літера в літеру</translation>
    </message>
    <message>
        <source>libraries</source>
        <comment>doctor.libraries</comment>
        <translation>бібліотеки</translation>
    </message>
    <message>
        <source>lower mordent</source>
        <comment>reading.decoration-lowermordent</comment>
        <translation>перекреслений мордент</translation>
    </message>
    <message>
        <source>major</source>
        <comment>explain.mode.major</comment>
        <translation>мажор</translation>
    </message>
    <message>
        <source>major (Ionian)</source>
        <comment>explain.mode.ionian</comment>
        <translation>мажор (іонійський лад)</translation>
    </message>
    <message>
        <source>measure {number}</source>
        <comment>newness.place.measure</comment>
        <translation>такт {number}</translation>
    </message>
    <message>
        <source>measure {number}</source>
        <comment>place.measure</comment>
        <translation>такт {number}</translation>
    </message>
    <message>
        <source>measure {number} of {count}</source>
        <comment>place.measure-of</comment>
        <translation>такт {number} з {count}</translation>
    </message>
    <message>
        <source>measures {first} to {last}</source>
        <comment>place.measures</comment>
        <translation>такти {first}–{last}</translation>
    </message>
    <message>
        <source>measures {first}-{last}</source>
        <comment>newness.place.measures</comment>
        <translation>такти {first}–{last}</translation>
    </message>
    <message>
        <source>memory</source>
        <comment>doctor.memory</comment>
        <translation>пам’ять</translation>
    </message>
    <message>
        <source>meter {meter}</source>
        <comment>reading.meter</comment>
        <translation>розмір {meter}</translation>
    </message>
    <message>
        <source>mezzo-soprano clef</source>
        <comment>explain.clef.C2</comment>
        <translation>мецо-сопрановий ключ</translation>
    </message>
    <message>
        <source>middle C</source>
        <comment>explain.octave.middle-c</comment>
        <translation>до першої октави</translation>
    </message>
    <message>
        <source>minor</source>
        <comment>explain.mode.minor</comment>
        <translation>мінор</translation>
    </message>
    <message>
        <source>minor (Aeolian)</source>
        <comment>explain.mode.aeolian</comment>
        <translation>мінор (еолійський лад)</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <comment>doctor.libraries_missing</comment>
        <translation>бракує: {names}</translation>
    </message>
    <message>
        <source>model</source>
        <comment>doctor.model</comment>
        <translation>модель</translation>
    </message>
    <message>
        <source>more than plain weights</source>
        <comment>lab-file.not-plain</comment>
        <translation>є не лише ваги</translation>
    </message>
    <message>
        <source>more weights than the file has room for</source>
        <comment>lab-file.too-full</comment>
        <translation>ваг більше, ніж уміщає файл</translation>
    </message>
    <message>
        <source>natural sign</source>
        <comment>explain.sign.natural</comment>
        <translation>бекар</translation>
    </message>
    <message>
        <source>network</source>
        <comment>doctor.network</comment>
        <translation>мережа</translation>
    </message>
    <message>
        <source>no MIDI keyboard or port</source>
        <comment>doctor.no_midi</comment>
        <translation>немає MIDI-клавіатури чи порту</translation>
    </message>
    <message>
        <source>no NVIDIA driver</source>
        <comment>doctor.no_driver</comment>
        <translation>драйвера NVIDIA немає</translation>
    </message>
    <message>
        <source>no PyTorch in this edition, the Player: NumPy samples the takes</source>
        <comment>doctor.player</comment>
        <translation>у цьому виданні, Player, немає PyTorch: спроби складає NumPy</translation>
    </message>
    <message>
        <source>no accidentals</source>
        <comment>wish.accidentals</comment>
        <translation>без знаків альтерації</translation>
    </message>
    <message>
        <source>no archive of torch</source>
        <comment>lab-file.no-archive</comment>
        <translation>це не архів PyTorch</translation>
    </message>
    <message>
        <source>no connection</source>
        <comment>log.no_connection</comment>
        <translation>немає з’єднання</translation>
    </message>
    <message>
        <source>no device that plays</source>
        <comment>doctor.no_sound</comment>
        <translation>немає пристрою, що відтворює звук</translation>
    </message>
    <message>
        <source>no encoding is declared; the guess is {encoding}</source>
        <comment>encoding.read_as</comment>
        <translation>кодування не вказано; припущення: {encoding}</translation>
    </message>
    <message>
        <source>no key</source>
        <comment>reading.no-key</comment>
        <translation>без тональності</translation>
    </message>
    <message>
        <source>no list of weights</source>
        <comment>lab-file.no-weights</comment>
        <translation>немає списку ваг</translation>
    </message>
    <message>
        <source>no note here</source>
        <comment>reading.nothing</comment>
        <translation>тут немає ноти</translation>
    </message>
    <message>
        <source>no other known tune has them</source>
        <comment>newness.no_other_holder</comment>
        <translation>більше в жодній відомій мелодії</translation>
    </message>
    <message>
        <source>no other settings</source>
        <comment>sweep.no_values</comment>
        <translation>без інших параметрів</translation>
    </message>
    <message>
        <source>no screen: neither DISPLAY nor WAYLAND_DISPLAY is set</source>
        <comment>doctor.no_screen</comment>
        <translation>екрана немає: не встановлено ні DISPLAY, ні WAYLAND_DISPLAY</translation>
    </message>
    <message>
        <source>no sharps or flats</source>
        <comment>explain.signature-none</comment>
        <translation>без дієзів і бемолів</translation>
    </message>
    <message>
        <source>no time of its own</source>
        <comment>explain.no-length</comment>
        <translation>без власного часу</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <comment>health.tune_number</comment>
        <translation>№&#xa0;{number}</translation>
    </message>
    <message>
        <source>note for note</source>
        <comment>finding.exact</comment>
        <translation>нота в ноту</translation>
    </message>
    <message>
        <source>nothing from a known tune</source>
        <comment>wish.new</comment>
        <translation>нічого з відомих мелодій</translation>
    </message>
    <message>
        <source>nowhere else</source>
        <comment>newness.nowhere_else</comment>
        <translation>більше ніде</translation>
    </message>
    <message>
        <source>one eighth note</source>
        <comment>notation.length-eighth</comment>
        <translation>1 восьма</translation>
    </message>
    <message>
        <source>one flat ({notes})</source>
        <comment>explain.signature-flat</comment>
        <translation>1 бемоль ({notes})</translation>
    </message>
    <message>
        <source>one half note</source>
        <comment>notation.length-half</comment>
        <translation>1 половинна</translation>
    </message>
    <message numerus="yes">
        <source>one of each: {tunes:,} tunes</source>
        <comment>preparation.drop</comment>
        <translation>
            <numerusform>кожна один раз: {tunes:,} мелодія</numerusform>
            <numerusform>кожна один раз: {tunes:,} мелодії</numerusform>
            <numerusform>кожна один раз: {tunes:,} мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>one quarter note</source>
        <comment>notation.length-quarter</comment>
        <translation>1 четвертна</translation>
    </message>
    <message>
        <source>one sharp ({notes})</source>
        <comment>explain.signature-sharp</comment>
        <translation>1 дієз ({notes})</translation>
    </message>
    <message>
        <source>one sixteenth note</source>
        <comment>notation.length-sixteenth</comment>
        <translation>1 шістнадцята</translation>
    </message>
    <message>
        <source>one thirty-second note</source>
        <comment>notation.length-thirty-second</comment>
        <translation>1 тридцять друга</translation>
    </message>
    <message numerus="yes">
        <source>one voice: {tunes:,} tunes, {changed:,} of them changed</source>
        <comment>preparation.one_voice</comment>
        <translation>
            <numerusform>один голос: {tunes:,} мелодія, з них змінено {changed:,}</numerusform>
            <numerusform>один голос: {tunes:,} мелодії, з них змінено {changed:,}</numerusform>
            <numerusform>один голос: {tunes:,} мелодій, з них змінено {changed:,}</numerusform>
        </translation>
    </message>
    <message>
        <source>one whole note</source>
        <comment>notation.length-whole</comment>
        <translation>1 ціла</translation>
    </message>
    <message>
        <source>overlay</source>
        <comment>place.overlay</comment>
        <translation>додатковий голос</translation>
    </message>
    <message>
        <source>packaged program</source>
        <comment>doctor.kind_bundle</comment>
        <translation>готова програма</translation>
    </message>
    <message>
        <source>part of a semitone</source>
        <comment>explain.sign.microtone</comment>
        <translation>частка півтону</translation>
    </message>
    <message>
        <source>part of the title</source>
        <comment>finding.title_part</comment>
        <translation>частина назви</translation>
    </message>
    <message>
        <source>part {label}</source>
        <comment>reading.part</comment>
        <translation>частина {label}</translation>
    </message>
    <message>
        <source>percussion clef</source>
        <comment>explain.clef.perc</comment>
        <translation>ключ ударних</translation>
    </message>
    <message>
        <source>pickup</source>
        <comment>place.pickup</comment>
        <translation>затакт</translation>
    </message>
    <message>
        <source>program</source>
        <comment>doctor.program</comment>
        <translation>програма</translation>
    </message>
    <message>
        <source>quarter</source>
        <comment>reading.length-1/4</comment>
        <translation>четвертна</translation>
    </message>
    <message>
        <source>read as UTF-8; bytes that mean nothing there: {count}</source>
        <comment>encoding.odd_bytes</comment>
        <translation>прочитано як UTF-8; байтів, що там нічого не означають: {count}</translation>
    </message>
    <message>
        <source>repeat begins</source>
        <comment>reading.repeat-begins</comment>
        <translation>початок репризи</translation>
    </message>
    <message>
        <source>repeat ends</source>
        <comment>reading.repeat-ends</comment>
        <translation>кінець репризи</translation>
    </message>
    <message>
        <source>repeat ends and another begins</source>
        <comment>reading.repeat-ends-and-begins</comment>
        <translation>кінець репризи й початок іншої</translation>
    </message>
    <message>
        <source>rest</source>
        <comment>reading.rest</comment>
        <translation>пауза</translation>
    </message>
    <message>
        <source>rest of one measure</source>
        <comment>reading.rest-measure</comment>
        <translation>пауза на один такт</translation>
    </message>
    <message numerus="yes">
        <source>rest of {count} measures</source>
        <comment>reading.rest-measures</comment>
        <translation>
            <numerusform>пауза на {count} такт</numerusform>
            <numerusform>пауза на {count} такти</numerusform>
            <numerusform>пауза на {count} тактів</numerusform>
        </translation>
    </message>
    <message>
        <source>right answer {number} is refused (seed {seed}): {words}</source>
        <comment>lesson.fault_right</comment>
        <translation>правильну відповідь {number} відхилено (зерно {seed}): {words}</translation>
    </message>
    <message>
        <source>right answers: {count}, and at least {least} show what is accepted</source>
        <comment>lesson.few_right</comment>
        <translation>правильних відповідей: {count}, а щоб показати, що приймається, треба щонайменше {least}</translation>
    </message>
    <message>
        <source>roll</source>
        <comment>reading.decoration-roll</comment>
        <translation>рол</translation>
    </message>
    <message>
        <source>run from its sources</source>
        <comment>doctor.kind_checkout</comment>
        <translation>запущено з вихідного коду</translation>
    </message>
    <message>
        <source>screen</source>
        <comment>doctor.screen</comment>
        <translation>екран</translation>
    </message>
    <message>
        <source>segno</source>
        <comment>reading.decoration-segno</comment>
        <translation>сеньйо</translation>
    </message>
    <message numerus="yes">
        <source>selected: {tunes:,} tunes</source>
        <comment>preparation.select</comment>
        <translation>
            <numerusform>вибрано: {tunes:,} мелодію</numerusform>
            <numerusform>вибрано: {tunes:,} мелодії</numerusform>
            <numerusform>вибрано: {tunes:,} мелодій</numerusform>
        </translation>
    </message>
    <message>
        <source>sharp</source>
        <comment>explain.sign.sharp</comment>
        <translation>дієз</translation>
    </message>
    <message>
        <source>sixteenth</source>
        <comment>reading.length-1/16</comment>
        <translation>шістнадцята</translation>
    </message>
    <message>
        <source>sixty-fourth</source>
        <comment>reading.length-1/64</comment>
        <translation>шістдесят четверта</translation>
    </message>
    <message>
        <source>slide</source>
        <comment>reading.decoration-slide</comment>
        <translation>під’їзд</translation>
    </message>
    <message>
        <source>slur begins</source>
        <comment>reading.slur-begins</comment>
        <translation>початок ліги</translation>
    </message>
    <message>
        <source>slur ends</source>
        <comment>reading.slur-ends</comment>
        <translation>кінець ліги</translation>
    </message>
    <message>
        <source>something else</source>
        <comment>lesson.kind_object</comment>
        <translation>щось інше</translation>
    </message>
    <message>
        <source>soprano clef</source>
        <comment>explain.clef.C1</comment>
        <translation>сопрановий ключ</translation>
    </message>
    <message>
        <source>sound</source>
        <comment>doctor.sound</comment>
        <translation>звук</translation>
    </message>
    <message>
        <source>sounds transposed from here</source>
        <comment>reading.transposed</comment>
        <translation>звідси звучить транспоновано</translation>
    </message>
    <message>
        <source>staccato</source>
        <comment>reading.decoration-staccato</comment>
        <translation>стакато</translation>
    </message>
    <message>
        <source>staff without a clef</source>
        <comment>explain.clef.none</comment>
        <translation>нотоносець без ключа</translation>
    </message>
    <message>
        <source>strong accent</source>
        <comment>reading.decoration-marcato</comment>
        <translation>маркато</translation>
    </message>
    <message>
        <source>sung {text}</source>
        <comment>reading.sung</comment>
        <translation>слова {text}</translation>
    </message>
    <message>
        <source>system</source>
        <comment>doctor.system</comment>
        <translation>система</translation>
    </message>
    <message>
        <source>tenor clef</source>
        <comment>explain.clef.C4</comment>
        <translation>теноровий ключ</translation>
    </message>
    <message>
        <source>tenuto</source>
        <comment>reading.decoration-tenuto</comment>
        <translation>тенуто</translation>
    </message>
    <message>
        <source>text</source>
        <comment>snippet.words.annotation</comment>
        <translation>текст</translation>
    </message>
    <message>
        <source>text {text}</source>
        <comment>reading.annotation</comment>
        <translation>текст {text}</translation>
    </message>
    <message>
        <source>the double bar before measure {number}</source>
        <comment>notation.repeat-from-bar</comment>
        <translation>подвійна риска перед тактом {number}</translation>
    </message>
    <message>
        <source>the end of a repeat before measure {number}</source>
        <comment>notation.repeat-from-repeat</comment>
        <translation>кінець репризи перед тактом {number}</translation>
    </message>
    <message>
        <source>the end on the tonic</source>
        <comment>wish.ends_on_tonic</comment>
        <translation>кінець на тоніці</translation>
    </message>
    <message>
        <source>the form</source>
        <comment>wish.form</comment>
        <translation>форма</translation>
    </message>
    <message>
        <source>the key</source>
        <comment>wish.key</comment>
        <translation>тональність</translation>
    </message>
    <message>
        <source>the letters of scores are missing</source>
        <comment>doctor.no_own_fonts</comment>
        <translation>бракує літер для нот</translation>
    </message>
    <message>
        <source>the meter</source>
        <comment>wish.meter</comment>
        <translation>розмір</translation>
    </message>
    <message>
        <source>the model in the box cannot be read: {reason}</source>
        <comment>doctor.no_model</comment>
        <translation>модель із комплекту не читається: {reason}</translation>
    </message>
    <message>
        <source>the pickup</source>
        <comment>newness.place.pickup</comment>
        <translation>затакт</translation>
    </message>
    <message>
        <source>the pickup</source>
        <comment>wish.pickup</comment>
        <translation>затакт</translation>
    </message>
    <message>
        <source>the pickup and measure 1</source>
        <comment>newness.place.pickup_and_one</comment>
        <translation>затакт і такт 1</translation>
    </message>
    <message>
        <source>the pickup and measures 1-{last}</source>
        <comment>newness.place.pickup_and_more</comment>
        <translation>затакт і такти 1–{last}</translation>
    </message>
    <message>
        <source>the processor</source>
        <comment>doctor.build_cpu</comment>
        <translation>процесор</translation>
    </message>
    <message>
        <source>the range</source>
        <comment>wish.range</comment>
        <translation>діапазон</translation>
    </message>
    <message>
        <source>the rhythm</source>
        <comment>wish.rhythm</comment>
        <translation>жанр</translation>
    </message>
    <message>
        <source>the rhythm of the given tune</source>
        <comment>wish.rhythm_of</comment>
        <translation>ритм заданої мелодії</translation>
    </message>
    <message>
        <source>the same contour</source>
        <comment>finding.contour</comment>
        <translation>той самий контур</translation>
    </message>
    <message>
        <source>the same notes, other lengths</source>
        <comment>finding.other_rhythm</comment>
        <translation>ті самі ноти, інші тривалості</translation>
    </message>
    <message>
        <source>the same notes, other octaves</source>
        <comment>finding.other_octaves</comment>
        <translation>ті самі ноти, інші октави</translation>
    </message>
    <message>
        <source>the start of the tune</source>
        <comment>notation.repeat-from-start</comment>
        <translation>початок мелодії</translation>
    </message>
    <message>
        <source>thirty-second</source>
        <comment>reading.length-1/32</comment>
        <translation>тридцять друга</translation>
    </message>
    <message>
        <source>three dots</source>
        <comment>lesson.kind_todo</comment>
        <translation>три крапки</translation>
    </message>
    <message>
        <source>tied</source>
        <comment>reading.tied</comment>
        <translation>залігована</translation>
    </message>
    <message>
        <source>title</source>
        <comment>finding.title</comment>
        <translation>назва</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <comment>finding.other_title</comment>
        <translation>назва «{title}»</translation>
    </message>
    <message numerus="yes">
        <source>to learn from: {tunes:,} tunes, held out: {changed:,}</source>
        <comment>preparation.split</comment>
        <translation>
            <numerusform>для тренування: {tunes:,} мелодія, відкладено: {changed:,}</numerusform>
            <numerusform>для тренування: {tunes:,} мелодії, відкладено: {changed:,}</numerusform>
            <numerusform>для тренування: {tunes:,} мелодій, відкладено: {changed:,}</numerusform>
        </translation>
    </message>
    <message>
        <source>too many entries</source>
        <comment>lab-file.too-many</comment>
        <translation>забагато елементів</translation>
    </message>
    <message>
        <source>train_step has to give the loss, one number.</source>
        <comment>lesson.own_loss</comment>
        <translation>train_step має повертати втрати, одне число.</translation>
    </message>
    <message numerus="yes">
        <source>transposed: {tunes:,} tunes, {changed:,} of them changed</source>
        <comment>preparation.transpose</comment>
        <translation>
            <numerusform>транспоновано: {tunes:,} мелодію, з них змінено {changed:,}</numerusform>
            <numerusform>транспоновано: {tunes:,} мелодії, з них змінено {changed:,}</numerusform>
            <numerusform>транспоновано: {tunes:,} мелодій, з них змінено {changed:,}</numerusform>
        </translation>
    </message>
    <message>
        <source>treble clef</source>
        <comment>explain.clef.G2</comment>
        <translation>скрипковий ключ</translation>
    </message>
    <message>
        <source>trill</source>
        <comment>reading.decoration-trill</comment>
        <translation>трель</translation>
    </message>
    <message>
        <source>triple dotted {length}</source>
        <comment>reading.triple-dotted</comment>
        <translation>{length} з трьома крапками</translation>
    </message>
    <message>
        <source>triplet</source>
        <comment>reading.triplet</comment>
        <translation>тріоль</translation>
    </message>
    <message>
        <source>tune {number} of the tunebook</source>
        <comment>jury.number</comment>
        <translation>мелодія {number} збірки</translation>
    </message>
    <message>
        <source>tune {number} of {file}</source>
        <comment>finding.untitled</comment>
        <translation>мелодія {number} з {file}</translation>
    </message>
    <message>
        <source>turn</source>
        <comment>reading.decoration-turn</comment>
        <translation>групето</translation>
    </message>
    <message>
        <source>up-bow</source>
        <comment>reading.decoration-upbow</comment>
        <translation>смичок угору</translation>
    </message>
    <message>
        <source>upper mordent</source>
        <comment>reading.decoration-uppermordent</comment>
        <translation>мордент</translation>
    </message>
    <message>
        <source>vectorize_string gives other numbers than the places of the characters in the sorted vocabulary.</source>
        <comment>lesson.own_numbers</comment>
        <translation>vectorize_string дає не ті числа, що місця символів у впорядкованому словнику.</translation>
    </message>
    <message>
        <source>voice {name}</source>
        <comment>place.voice</comment>
        <translation>голос {name}</translation>
    </message>
    <message>
        <source>whole</source>
        <comment>reading.length-1</comment>
        <translation>ціла</translation>
    </message>
    <message>
        <source>words for the notes</source>
        <comment>snippet.words.lyrics</comment>
        <translation>слова до нот</translation>
    </message>
    <message>
        <source>words in lesson.{language}.md: {count}, at most {most}</source>
        <comment>lesson.many_words</comment>
        <translation>слів у lesson.{language}.md: {count}, а має бути щонайбільше {most}</translation>
    </message>
    <message>
        <source>wrong answer {number} ({idea}) passes (seed {seed})</source>
        <comment>lesson.fault_passed</comment>
        <translation>хибну відповідь {number} ({idea}) зараховано (зерно {seed})</translation>
    </message>
    <message>
        <source>wrong answer {number} is named {found} in place of {idea} (seed {seed})</source>
        <comment>lesson.fault_idea</comment>
        <translation>хибну відповідь {number} названо {found} замість {idea} (зерно {seed})</translation>
    </message>
    <message>
        <source>wrong answers with an idea: {count} of {of}, and four of five should have one</source>
        <comment>lesson.few_named</comment>
        <translation>хибних відповідей з ідеєю: {count} з {of}, а мають її мати чотири з п’яти</translation>
    </message>
    <message>
        <source>wrong answers: {count}, and at least {least} show what is refused</source>
        <comment>lesson.few_wrong</comment>
        <translation>хибних відповідей: {count}, а щоб показати, що відхиляється, треба щонайменше {least}</translation>
    </message>
    <message>
        <source>{characters} means nothing here.</source>
        <comment>notation.unknown-character</comment>
        <translation>{characters} тут нічого не означає.</translation>
    </message>
    <message>
        <source>{command}.</source>
        <comment>explain.midi</comment>
        <translation>{command}.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} tunes are changed.</source>
        <comment>health.fixed</comment>
        <translation>
            <numerusform>Змінено {count:,} мелодію.</numerusform>
            <numerusform>Змінено {count:,} мелодії.</numerusform>
            <numerusform>Змінено {count:,} мелодій.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:,} × {kind}</source>
        <comment>health.count</comment>
        <translation>{count:,} × {kind}</translation>
    </message>
    <message numerus="yes">
        <source>{count} eighth notes</source>
        <comment>notation.length-eighths</comment>
        <translation>
            <numerusform>{count} восьма</numerusform>
            <numerusform>{count} восьмі</numerusform>
            <numerusform>{count} восьмих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} flats ({notes})</source>
        <comment>explain.signature-flats</comment>
        <translation>
            <numerusform>{count} бемоль ({notes})</numerusform>
            <numerusform>{count} бемолі ({notes})</numerusform>
            <numerusform>{count} бемолів ({notes})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} half notes</source>
        <comment>notation.length-halves</comment>
        <translation>
            <numerusform>{count} половинна</numerusform>
            <numerusform>{count} половинні</numerusform>
            <numerusform>{count} половинних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} known tunes have them</source>
        <comment>newness.holders</comment>
        <translation>
            <numerusform>усього в {count} відомій мелодії</numerusform>
            <numerusform>усього в {count} відомих мелодіях</numerusform>
            <numerusform>усього в {count} відомих мелодіях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} letters differ</source>
        <comment>finding.title_differs</comment>
        <translation>
            <numerusform>відмінність: {count} літера</numerusform>
            <numerusform>відмінність: {count} літери</numerusform>
            <numerusform>відмінність: {count} літер</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} networks are not trained to their end yet; they are left out of the figures.</source>
        <comment>sweep.words.waiting</comment>
        <translation>
            <numerusform>{count} мережу ще не натреновано до кінця; її немає в підсумках.</numerusform>
            <numerusform>{count} мережі ще не натреновано до кінця; їх немає в підсумках.</numerusform>
            <numerusform>{count} мереж ще не натреновано до кінця; їх немає в підсумках.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} networks could not be trained to their end; they are left out of the figures.</source>
        <comment>sweep.words.failed</comment>
        <translation>
            <numerusform>{count} мережу не вдалося натренувати до кінця; її немає в підсумках.</numerusform>
            <numerusform>{count} мережі не вдалося натренувати до кінця; їх немає в підсумках.</numerusform>
            <numerusform>{count} мереж не вдалося натренувати до кінця; їх немає в підсумках.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} networks were trained on {corpus}, alike but for these settings: {names}.</source>
        <comment>sweep.words.trained</comment>
        <translation>
            <numerusform>На мелодіях ({corpus}) натреновано {count} мережу; від інших її відрізняють лише ці параметри: {names}.</numerusform>
            <numerusform>На мелодіях ({corpus}) натреновано {count} мережі, однакові, крім цих параметрів: {names}.</numerusform>
            <numerusform>На мелодіях ({corpus}) натреновано {count} мереж, однакових, крім цих параметрів: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} notes otherwise</source>
        <comment>finding.differs</comment>
        <translation>
            <numerusform>відмінність: {count} нота</numerusform>
            <numerusform>відмінність: {count} ноти</numerusform>
            <numerusform>відмінність: {count} нот</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of its {of} measures stand in {tune}.</source>
        <comment>jury.plagiarism.copied</comment>
        <translation>
            <numerusform>{count} такт (з {of}) стоїть у мелодії {tune}.</numerusform>
            <numerusform>{count} такти (з {of}) стоять у мелодії {tune}.</numerusform>
            <numerusform>{count} тактів (з {of}) стоять у мелодії {tune}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other files were not read: they hold no tunes, as far as can be told.</source>
        <comment>corpus.others</comment>
        <translation>
            <numerusform>Не прочитано {count} інший файл: мелодій у ньому, схоже, немає.</numerusform>
            <numerusform>Не прочитано {count} інші файли: мелодій у них, схоже, немає.</numerusform>
            <numerusform>Не прочитано {count} інших файлів: мелодій у них, схоже, немає.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} quarter notes</source>
        <comment>notation.length-quarters</comment>
        <translation>
            <numerusform>{count} четвертна</numerusform>
            <numerusform>{count} четвертні</numerusform>
            <numerusform>{count} четвертних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} semitones higher</source>
        <comment>finding.higher</comment>
        <translation>
            <numerusform>на {count} півтон вище</numerusform>
            <numerusform>на {count} півтони вище</numerusform>
            <numerusform>на {count} півтонів вище</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} semitones lower</source>
        <comment>finding.lower</comment>
        <translation>
            <numerusform>на {count} півтон нижче</numerusform>
            <numerusform>на {count} півтони нижче</numerusform>
            <numerusform>на {count} півтонів нижче</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} sharps ({notes})</source>
        <comment>explain.signature-sharps</comment>
        <translation>
            <numerusform>{count} дієз ({notes})</numerusform>
            <numerusform>{count} дієзи ({notes})</numerusform>
            <numerusform>{count} дієзів ({notes})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} sixteenth notes</source>
        <comment>notation.length-sixteenths</comment>
        <translation>
            <numerusform>{count} шістнадцята</numerusform>
            <numerusform>{count} шістнадцяті</numerusform>
            <numerusform>{count} шістнадцятих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} steps differ</source>
        <comment>finding.steps_differ</comment>
        <translation>
            <numerusform>відмінність: {count} крок</numerusform>
            <numerusform>відмінність: {count} кроки</numerusform>
            <numerusform>відмінність: {count} кроків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} thirty-second notes</source>
        <comment>notation.length-thirty-seconds</comment>
        <translation>
            <numerusform>{count} тридцять друга</numerusform>
            <numerusform>{count} тридцять другі</numerusform>
            <numerusform>{count} тридцять других</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} tunes</source>
        <comment>book.count</comment>
        <translation>
            <numerusform>{count} мелодія</numerusform>
            <numerusform>{count} мелодії</numerusform>
            <numerusform>{count} мелодій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} tunes are more than one book holds. Choose {limit} at most.</source>
        <comment>export.book_too_long</comment>
        <translation>
            <numerusform>{count} мелодія&#xa0;— це більше, ніж вміщує одна збірка для друку. Виберіть щонайбільше {limit}.</numerusform>
            <numerusform>{count} мелодії&#xa0;— це більше, ніж вміщує одна збірка для друку. Виберіть щонайбільше {limit}.</numerusform>
            <numerusform>{count} мелодій&#xa0;— це більше, ніж вміщує одна збірка для друку. Виберіть щонайбільше {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} whole measures without a note, and nothing is shown.</source>
        <comment>explain.measure-rests-invisible</comment>
        <translation>
            <numerusform>{count} цілий такт без нот, і нічого не видно.</numerusform>
            <numerusform>{count} цілі такти без нот, і нічого не видно.</numerusform>
            <numerusform>{count} цілих тактів без нот, і нічого не видно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} whole notes</source>
        <comment>notation.length-wholes</comment>
        <translation>
            <numerusform>{count} ціла</numerusform>
            <numerusform>{count} цілі</numerusform>
            <numerusform>{count} цілих</numerusform>
        </translation>
    </message>
    <message>
        <source>{device} cannot be used here. {reason} Leave out --device, or write --device cpu.</source>
        <comment>device.not_there</comment>
        <translation>Пристрій {device} тут використати не можна. {reason} Приберіть --device або напишіть --device cpu.</translation>
    </message>
    <message>
        <source>{first} and {rest}</source>
        <comment>reading.length-sum</comment>
        <translation>{first} і {rest}</translation>
    </message>
    <message>
        <source>{first} {rest}</source>
        <comment>reading.list</comment>
        <translation>{first} {rest}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <comment>explain.list</comment>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <comment>sweep.joined</comment>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{format} is not a format that a tune can be written in. Choose one of {formats}.</source>
        <comment>export.format_unknown</comment>
        <translation>{format} не є форматом, у якому можна записати мелодію. Виберіть із таких: {formats}.</translation>
    </message>
    <message>
        <source>{found}</source>
        <comment>place.length</comment>
        <translation>{found}</translation>
    </message>
    <message>
        <source>{found} instead of {expected}</source>
        <comment>place.wrong</comment>
        <translation>{found} замість {expected}</translation>
    </message>
    <message>
        <source>{found} of {expected}</source>
        <comment>place.part</comment>
        <translation>{found} з {expected}</translation>
    </message>
    <message>
        <source>{free} of {total} GB free</source>
        <comment>doctor.memory_found</comment>
        <translation>вільно {free} з {total} ГБ</translation>
    </message>
    <message>
        <source>{kind} is no kind of problem that was found. There are: {known}.</source>
        <comment>health.unknown_kind</comment>
        <translation>{kind} не є видом знайдених проблем. Є такі: {known}.</translation>
    </message>
    <message numerus="yes">
        <source>{length} cannot be played: a note lasts {limit} whole notes at most, and no tiny part of one.</source>
        <comment>notation.limit-length</comment>
        <translation>
            <numerusform>Ноту з тривалістю {length} зіграти не можна: нота триває щонайбільше {limit} цілу і не може бути крихітною часткою цілої.</numerusform>
            <numerusform>Ноту з тривалістю {length} зіграти не можна: нота триває щонайбільше {limit} цілі і не може бути крихітною часткою цілої.</numerusform>
            <numerusform>Ноту з тривалістю {length} зіграти не можна: нота триває щонайбільше {limit} цілих і не може бути крихітною часткою цілої.</numerusform>
        </translation>
    </message>
    <message>
        <source>{length} is not a note length. Write it as 2, 3/2 or /2.</source>
        <comment>notation.bad-length</comment>
        <translation>{length}&#xa0;— це не тривалість. Пишіть, наприклад, 2, 3/2 або /2.</translation>
    </message>
    <message>
        <source>{length} of a whole note</source>
        <comment>notation.length-fraction</comment>
        <translation>{length} цілої</translation>
    </message>
    <message>
        <source>{length} of a whole note</source>
        <comment>reading.length-other</comment>
        <translation>{length} цілої</translation>
    </message>
    <message>
        <source>{letter}: is no field of ABC and is left out.</source>
        <comment>notation.field-unknown</comment>
        <translation>{letter}: не є полем ABC і пропускається.</translation>
    </message>
    <message>
        <source>{measures} and {count} more</source>
        <comment>musicxml.measures_more</comment>
        <translation>{measures} і ще {count}</translation>
    </message>
    <message>
        <source>{names}</source>
        <comment>doctor.midi_found</comment>
        <translation>{names}</translation>
    </message>
    <message>
        <source>{names}</source>
        <comment>doctor.sound_found</comment>
        <translation>{names}</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>reading.decoration</comment>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} ({length})</source>
        <comment>explain.chord-note</comment>
        <translation>{name} ({length})</translation>
    </message>
    <message>
        <source>{name} above middle C</source>
        <comment>explain.octave.4</comment>
        <translation>{name} першої октави</translation>
    </message>
    <message>
        <source>{name} an octave above middle C</source>
        <comment>explain.octave.c.5</comment>
        <translation>{name} другої октави</translation>
    </message>
    <message>
        <source>{name} an octave below middle C</source>
        <comment>explain.octave.c.3</comment>
        <translation>{name} малої октави</translation>
    </message>
    <message>
        <source>{name} below middle C</source>
        <comment>explain.octave.3</comment>
        <translation>{name} малої октави</translation>
    </message>
    <message>
        <source>{name} cannot be fetched: nobody answers at its address. Connect to the internet and try again, or fetch the file elsewhere from {page} and add it here.</source>
        <comment>catalogue.offline</comment>
        <translation>Не вдалося завантажити збірку «{name}»: за її адресою ніхто не відповідає. Під’єднайтеся до інтернету й спробуйте ще раз або візьміть файл деінде з {page} і додайте його тут.</translation>
    </message>
    <message>
        <source>{name} cannot be varied: losses of the cells could not be compared, or nothing would be learned in another way. Give it one value for all cells.</source>
        <comment>sweep.not_varied</comment>
        <translation>{name}: цей параметр змінювати в серії не можна: втрати комірок не можна було б порівняти або мережа вчилася б так само. Дайте одне значення для всіх комірок.</translation>
    </message>
    <message>
        <source>{name} cannot be {text!r}. Choose one of: {choices}.</source>
        <comment>training.not_a_choice</comment>
        <translation>{name}: значення {text!r} не підходить. Виберіть із таких: {choices}.</translation>
    </message>
    <message>
        <source>{name} cannot be {value}. Choose a value from {minimum} to {maximum}.</source>
        <comment>training.out_of_range</comment>
        <translation>{name}: значення {value} не підходить. Виберіть від {minimum} до {maximum}.</translation>
    </message>
    <message>
        <source>{name} cannot change while a run goes on. These can: {known}. Begin a new run from its model to change others.</source>
        <comment>training.cannot_change</comment>
        <translation>{name}: змінити не можна, доки триває запуск. Змінити можна: {known}. Щоб змінити інше, почніть новий запуск від його моделі.</translation>
    </message>
    <message>
        <source>{name} four octaves below middle C</source>
        <comment>explain.octave.c.0</comment>
        <translation>{name} субконтроктави</translation>
    </message>
    <message>
        <source>{name} has no value. Write it as {name}=VALUE.</source>
        <comment>training.no_value</comment>
        <translation>{name} не має значення. Пишіть {name}=VALUE.</translation>
    </message>
    <message>
        <source>{name} is no longer at its address. Look for it on {page}.</source>
        <comment>catalogue.gone</comment>
        <translation>Збірки «{name}» за її адресою вже немає. Пошукайте її на {page}.</translation>
    </message>
    <message>
        <source>{name} is not installed here, so nothing is logged to it. Install it with {command}.</source>
        <comment>log.missing</comment>
        <translation>Тут не встановлено {name}, тож туди нічого не записується. Щоб установити: {command}.</translation>
    </message>
    <message>
        <source>{name} more than an octave above middle C</source>
        <comment>explain.octave.5</comment>
        <translation>{name} другої октави</translation>
    </message>
    <message>
        <source>{name} more than an octave below middle C</source>
        <comment>explain.octave.2</comment>
        <translation>{name} великої октави</translation>
    </message>
    <message>
        <source>{name} more than three octaves above middle C</source>
        <comment>explain.octave.7</comment>
        <translation>{name} четвертої октави</translation>
    </message>
    <message>
        <source>{name} more than three octaves below middle C</source>
        <comment>explain.octave.0</comment>
        <translation>{name} субконтроктави</translation>
    </message>
    <message>
        <source>{name} more than two octaves above middle C</source>
        <comment>explain.octave.6</comment>
        <translation>{name} третьої октави</translation>
    </message>
    <message>
        <source>{name} more than two octaves below middle C</source>
        <comment>explain.octave.1</comment>
        <translation>{name} контроктави</translation>
    </message>
    <message>
        <source>{name} must be a number, but {text!r} is not one.</source>
        <comment>training.not_a_number</comment>
        <translation>{name}: потрібне число, а {text!r} ним не є.</translation>
    </message>
    <message>
        <source>{name} must be a whole number, but {text!r} is not one.</source>
        <comment>training.not_a_whole_number</comment>
        <translation>{name}: потрібне ціле число, а {text!r} ним не є.</translation>
    </message>
    <message>
        <source>{name} now means something else, because the code has put its own in its place. Use another name for yours.</source>
        <comment>lesson.changed</comment>
        <translation>{name} тепер означає щось інше, бо код поставив на це місце своє. Візьміть для свого іншу назву.</translation>
    </message>
    <message>
        <source>{name} over {bass}</source>
        <comment>reading.chord-over</comment>
        <translation>{name}, у басу {bass}</translation>
    </message>
    <message>
        <source>{name} three octaves above middle C</source>
        <comment>explain.octave.c.7</comment>
        <translation>{name} четвертої октави</translation>
    </message>
    <message>
        <source>{name} three octaves below middle C</source>
        <comment>explain.octave.c.1</comment>
        <translation>{name} контроктави</translation>
    </message>
    <message>
        <source>{name} two octaves above middle C</source>
        <comment>explain.octave.c.6</comment>
        <translation>{name} третьої октави</translation>
    </message>
    <message>
        <source>{name} two octaves below middle C</source>
        <comment>explain.octave.c.2</comment>
        <translation>{name} великої октави</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <comment>sweep.value</comment>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name}, beside middle C</source>
        <comment>explain.octave.beside-middle-c</comment>
        <translation>{name} першої октави</translation>
    </message>
    <message>
        <source>{name}, too high for most instruments</source>
        <comment>explain.octave.higher</comment>
        <translation>{name}, зависоко для більшості інструментів</translation>
    </message>
    <message>
        <source>{name}, too low for most instruments</source>
        <comment>explain.octave.lower</comment>
        <translation>{name}, занизько для більшості інструментів</translation>
    </message>
    <message>
        <source>{name}, {memory} GB</source>
        <comment>device.cuda</comment>
        <translation>{name}, {memory} ГБ</translation>
    </message>
    <message>
        <source>{name}, {size} MB</source>
        <comment>doctor.model_found</comment>
        <translation>{name}, {size} МБ</translation>
    </message>
    <message>
        <source>{name}: in the mean of all networks with a value, the loss is lowest at {value} ({loss:.3f}) and highest at {other} ({other_loss:.3f}).</source>
        <comment>sweep.words.effect</comment>
        <translation>{name}: у середньому за всіма мережами з одним значенням втрати найменші, коли воно {value} ({loss:.3f}), і найбільші, коли {other} ({other_loss:.3f}).</translation>
    </message>
    <message>
        <source>{name}: {notes}</source>
        <comment>reading.chord-named</comment>
        <translation>{name}: {notes}</translation>
    </message>
    <message>
        <source>{name}: {text} may be read in two ways. Write {small} or {large}.</source>
        <comment>training.ambiguous</comment>
        <translation>{name}: {text} можна прочитати двояко. Напишіть {small} або {large}.</translation>
    </message>
    <message>
        <source>{notes}</source>
        <comment>explain.notes</comment>
        <translation>{notes}</translation>
    </message>
    <message>
        <source>{own} of its own, and the system&apos;s</source>
        <comment>doctor.fonts_found</comment>
        <translation>власних: {own}, а також шрифти системи</translation>
    </message>
    <message>
        <source>{own} of its own; the system has none, so the window has no letters</source>
        <comment>doctor.no_system_fonts</comment>
        <translation>власних: {own}; у системі немає жодного, тож вікно залишиться без літер</translation>
    </message>
    <message>
        <source>{path} already holds a sweep. Go on with it (--resume), or choose another folder.</source>
        <comment>sweep.folder_in_use</comment>
        <translation>У теці «{path}» уже є серія. Продовжте її (--resume) або виберіть іншу теку.</translation>
    </message>
    <message>
        <source>{path} already holds a training run. Go on with it, or choose another folder.</source>
        <comment>training.folder_in_use</comment>
        <translation>У теці «{path}» уже є запуск тренування. Продовжте його або виберіть іншу теку.</translation>
    </message>
    <message>
        <source>{path} cannot be graded: {reason}.</source>
        <comment>lesson.archive_unusable</comment>
        <translation>Файл «{path}» не можна оцінити: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read with the time and memory that such a file needs. Use another copy of it, or train the network again.</source>
        <comment>model.lab_failed</comment>
        <translation>Файл «{path}» не вдалося прочитати за час і в межах пам’яті, що їх потребує такий файл. Візьміть іншу копію або натренуйте мережу знову.</translation>
    </message>
    <message>
        <source>{path} cannot be read, so it is not known what its cell is. Put the file back, or move it out of the sweep&apos;s folder: the other cells go on then.</source>
        <comment>sweep.damaged</comment>
        <translation>Файл «{path}» не вдалося прочитати, тож невідомо, що в цій комірці. Поверніть файл або винесіть його з теки серії: решта комірок піде далі.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <comment>corpus.unreadable</comment>
        <translation>Не вдалося прочитати «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <comment>file.unreadable</comment>
        <translation>Не вдалося прочитати файл «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <comment>hearing.unreadable</comment>
        <translation>Не вдалося прочитати файл «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <comment>model.unreadable</comment>
        <translation>Не вдалося прочитати файл «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <comment>file.unusable</comment>
        <translation>Файл «{path}» непридатний: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <comment>doctor.folder_unusable</comment>
        <translation>у {path} не можна писати: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <comment>file.unwritable_new</comment>
        <translation>Не вдалося записати файл «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Nothing more was tried; files that were written before are whole.</source>
        <comment>export.ended</comment>
        <translation>Не вдалося записати файл «{path}»: {reason}. Далі нічого не робилося; записані раніше файли цілі.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. The old file is unchanged.</source>
        <comment>file.unwritable</comment>
        <translation>Не вдалося записати файл «{path}»: {reason}. Попередній файл не змінено.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of the lab&apos;s network ({detail}). In the notebook, keep them with torch.save(model.state_dict(), ...), and choose that file.</source>
        <comment>model.lab_unreadable</comment>
        <translation>У файлі «{path}» немає ваг мережі з лабораторної ({detail}). Збережіть їх у блокноті командою torch.save(model.state_dict(), ...) і виберіть той файл.</translation>
    </message>
    <message>
        <source>{path} does not say which characters its network knows. Name the tunebook that it was trained on: --corpus TUNES.</source>
        <comment>model.lab_no_corpus</comment>
        <translation>У файлі «{path}» не сказано, які символи знає мережа. Вкажіть збірку мелодій, на якій її натреновано: --corpus TUNES.</translation>
    </message>
    <message numerus="yes">
        <source>{path} has a line of more than {limit:,} characters, which is too long to edit here.</source>
        <comment>file.long_line</comment>
        <translation>
            <numerusform>У файлі «{path}» є рядок, задовгий для редагування: понад {limit:,} символ.</numerusform>
            <numerusform>У файлі «{path}» є рядок, задовгий для редагування: понад {limit:,} символи.</numerusform>
            <numerusform>У файлі «{path}» є рядок, задовгий для редагування: понад {limit:,} символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} has changed on disk since it was read. Read it again, then clean it.</source>
        <comment>health.file_changed</comment>
        <translation>Файл «{path}» змінився на диску після читання. Прочитайте його знову, а тоді очистьте.</translation>
    </message>
    <message>
        <source>{path} has kept no network along its curve. Runs that begin now keep one at steps 10, 20, 50, 100 and so on.</source>
        <comment>milestones.none</comment>
        <translation>Запуск «{path}» не зберіг мереж уздовж кривої. Нові запуски зберігають їх на кроках 10, 20, 50, 100 і далі.</translation>
    </message>
    <message>
        <source>{path} holds another network than the lab&apos;s, which has the parts embedding, lstm and fc. Train one here instead.</source>
        <comment>model.lab_other_network</comment>
        <translation>У файлі «{path}» не та мережа, що в лабораторній: та складається з частин embedding, lstm і fc. Натомість натренуйте мережу тут.</translation>
    </message>
    <message>
        <source>{path} holds no file of tunes: no .abc, no MusicXML or MIDI, no .txt with tunes. Other files there: {others}.</source>
        <comment>corpus.no_abc_files</comment>
        <translation>У «{path}» немає файлів із мелодіями: ані .abc, ані MusicXML чи MIDI, ані .txt з мелодіями. Інші файли там: {others}.</translation>
    </message>
    <message>
        <source>{path} holds no lesson: a folder with lesson.en.md, cell.py, check.py and mutants.py.</source>
        <comment>lesson.none_there</comment>
        <translation>У теці «{path}» немає уроку: теки з файлами lesson.en.md, cell.py, check.py і mutants.py.</translation>
    </message>
    <message>
        <source>{path} holds no steps of a preparation. Choose a file that “Save steps…” or --save-steps has written.</source>
        <comment>preparation.unusable</comment>
        <translation>У файлі «{path}» немає кроків підготовки. Виберіть файл, записаний через «Зберегти кроки…» або --save-steps.</translation>
    </message>
    <message>
        <source>{path} holds no sweep. Name the folder that abcstudio sweep --out has made.</source>
        <comment>sweep.not_a_sweep</comment>
        <translation>У «{path}» немає серії. Вкажіть теку, яку створила команда abcstudio sweep --out.</translation>
    </message>
    <message>
        <source>{path} holds no training run.</source>
        <comment>training.not_a_run</comment>
        <translation>У теці «{path}» немає запуску тренування.</translation>
    </message>
    <message>
        <source>{path} holds no tune: none of its lines begins with X:.</source>
        <comment>corpus.no_tunes</comment>
        <translation>У файлі «{path}» немає мелодій: жоден рядок не починається з X:.</translation>
    </message>
    <message>
        <source>{path} holds weights that are not finite or far too large, so it cannot be used. Use an earlier checkpoint, or train again.</source>
        <comment>model.not_finite</comment>
        <translation>Ваги у файлі «{path}» не скінченні або надто великі, тож модель непридатна. Візьміть ранішу контрольну точку або тренуйте знову.</translation>
    </message>
    <message>
        <source>{path} holds {characters} more than once. A list of a network&apos;s characters holds each of them once, in the order of their numbers.</source>
        <comment>model.lab_repeats</comment>
        <translation>У файлі «{path}» є повтори: {characters}. У списку символів мережі кожен стоїть один раз, у порядку номерів.</translation>
    </message>
    <message>
        <source>{path} is a MIDI file, not a text. Import it as MIDI.</source>
        <comment>file.midi</comment>
        <translation>Файл «{path}»&#xa0;— це MIDI, а не текст. Імпортуйте його як MIDI.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder. Choose a folder to write to.</source>
        <comment>export.not_a_folder</comment>
        <translation>«{path}»&#xa0;— це файл, а не тека. Виберіть теку для запису.</translation>
    </message>
    <message>
        <source>{path} is a folder, and not that of a training run. Name a model&apos;s file, such as best.safetensors, or the folder of a run.</source>
        <comment>model.folder</comment>
        <translation>«{path}»&#xa0;— це тека, але не тека запуску тренування. Вкажіть файл моделі, наприклад best.safetensors, або теку запуску.</translation>
    </message>
    <message>
        <source>{path} is a text, not a model. An import takes a .safetensors file that ABC Studio has written, or the weights of the lab&apos;s notebook (.pt, .pth, or my_ckpt without a suffix).</source>
        <comment>model.text_to_import</comment>
        <translation>Файл «{path}»&#xa0;— це текст, а не модель. Імпортувати можна файл .safetensors, записаний у ABC Studio, або ваги із блокнота лабораторної (.pt, .pth чи my_ckpt без закінчення).</translation>
    </message>
    <message>
        <source>{path} is being trained by another program, or in another window. Wait until it has ended, or stop it there.</source>
        <comment>training.trained_elsewhere</comment>
        <translation>«{path}» зараз тренує інша програма або інше вікно. Зачекайте, доки вона закінчить, або зупиніть тренування там.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be opened. Use another copy of it, or train the model again.</source>
        <comment>model.damaged</comment>
        <translation>Файл «{path}» пошкоджено, тож відкрити його не можна. Візьміть іншу копію або натренуйте модель знову.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be unpacked.</source>
        <comment>corpus.archive_damaged</comment>
        <translation>Файл «{path}» пошкоджено: його не вдалося розпакувати.</translation>
    </message>
    <message>
        <source>{path} is damaged, so that no collection can be listed. Install ABC Studio again.</source>
        <comment>catalogue.damaged</comment>
        <translation>Файл {path} пошкоджено, тож жодної збірки не можна показати. Встановіть ABC Studio ще раз.</translation>
    </message>
    <message>
        <source>{path} is damaged, so that no tune can be judged. Install ABC Studio again.</source>
        <comment>jury.damaged</comment>
        <translation>Файл «{path}» пошкоджено, тож оцінити мелодію не можна. Установіть ABC Studio знову.</translation>
    </message>
    <message>
        <source>{path} is damaged, so that nothing can be said of what is new. Install ABC Studio again.</source>
        <comment>newness.damaged</comment>
        <translation>Файл «{path}» пошкоджено, тож сказати, що нове, не можна. Установіть ABC Studio знову.</translation>
    </message>
    <message>
        <source>{path} is damaged, so that takes cannot be kept from known tunes. Install ABC Studio again.</source>
        <comment>runs.damaged</comment>
        <translation>Файл «{path}» пошкоджено, тож убезпечити спроби від відомих мелодій не можна. Установіть ABC Studio знову.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <comment>corpus.empty</comment>
        <translation>Файл «{path}» порожній.</translation>
    </message>
    <message>
        <source>{path} is empty. Choose another file.</source>
        <comment>file.empty</comment>
        <translation>Файл «{path}» порожній. Виберіть інший.</translation>
    </message>
    <message>
        <source>{path} is kept in {encoding}, which has no character {character!r} (line {line}). Save it as UTF-8 instead.</source>
        <comment>file.unencodable</comment>
        <translation>Файл «{path}» зберігається в кодуванні {encoding}, у якому немає символу {character!r} (рядок {line}). Збережіть файл у UTF-8.</translation>
    </message>
    <message>
        <source>{path} is not a SoundFont 2 file, or it is damaged. Choose another sound font.</source>
        <comment>sound.font_invalid</comment>
        <translation>Файл «{path}» не є банком SoundFont 2 або пошкоджений. Виберіть інший банк звуків.</translation>
    </message>
    <message>
        <source>{path} is not a model file: {reason}.</source>
        <comment>model.no_file</comment>
        <translation>Файл «{path}»&#xa0;— це не модель: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a model of this program. Choose a .safetensors file that ABC Studio has written; weights of the lab&apos;s notebook (.pt) are imported first.</source>
        <comment>model.not_a_model</comment>
        <translation>Файл «{path}»&#xa0;— це не модель цієї програми. Виберіть файл .safetensors, записаний у ABC Studio; ваги із блокнота лабораторної (.pt) спершу слід імпортувати.</translation>
    </message>
    <message>
        <source>{path} is not a model. An import takes a .safetensors file that ABC Studio has written, or the weights of the lab&apos;s notebook (.pt, .pth, or my_ckpt without a suffix).</source>
        <comment>model.nothing_to_import</comment>
        <translation>Файл «{path}»&#xa0;— це не модель. Імпортувати можна файл .safetensors, записаний у ABC Studio, або ваги із блокнота лабораторної (.pt, .pth чи my_ckpt без закінчення).</translation>
    </message>
    <message>
        <source>{path} is not a text, so it cannot be opened as tunes.</source>
        <comment>file.no_text</comment>
        <translation>Файл «{path}» не текстовий, тож мелодій із нього не відкрити.</translation>
    </message>
    <message>
        <source>{path} is not a text, so no model can read it.</source>
        <comment>file.binary</comment>
        <translation>Файл «{path}» не текстовий, тож модель не може його прочитати.</translation>
    </message>
    <message>
        <source>{path} is not a text, so no tunes can be read from it.</source>
        <comment>corpus.no_text</comment>
        <translation>Файл «{path}» не текстовий, тож мелодій із нього не прочитати.</translation>
    </message>
    <message>
        <source>{path} is one of the files that are read, so it is not replaced. Choose another folder to write to.</source>
        <comment>export.replaces_input</comment>
        <translation>Файл «{path}»&#xa0;— один із тих, що читаються, тож замінити його не можна. Виберіть для запису іншу теку.</translation>
    </message>
    <message>
        <source>{path} is protected by a password. Unpack it, and add the folder.</source>
        <comment>corpus.archive_locked</comment>
        <translation>Файл «{path}» захищено паролем. Розпакуйте його й додайте теку.</translation>
    </message>
    <message>
        <source>{path} is read by this command, or is in a folder that it reads, so it is not replaced. Choose another name.</source>
        <comment>file.replaces_input</comment>
        <translation>{path} читає ця сама команда, або файл лежить у теці, яку вона читає, тому його не замінено. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>{path} is there already, and a model is never replaced. Choose another name, or delete that file first.</source>
        <comment>model.target_in_use</comment>
        <translation>Файл «{path}» уже є, а моделі ніколи не перезаписуються. Виберіть іншу назву або спершу видаліть той файл.</translation>
    </message>
    <message>
        <source>{path} is there already, and a run would replace it. Choose another folder.</source>
        <comment>training.file_in_way</comment>
        <translation>Файл «{path}» уже є, і запуск замінив би його. Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>{path} is there already, and a sweep wants its folder for itself. Choose another folder.</source>
        <comment>sweep.file_in_way</comment>
        <translation>«{path}» уже існує, а серія потребує власної теки. Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>{path} is {kind}, not a text.</source>
        <comment>file.known_kind</comment>
        <translation>Файл «{path}» не текстовий: це {kind}.</translation>
    </message>
    <message>
        <source>{path} lies in another .zip. Unpack that one, and add the folder.</source>
        <comment>corpus.archive_inside</comment>
        <translation>«{path}» лежить в іншому .zip. Розпакуйте той архів і додайте теку.</translation>
    </message>
    <message>
        <source>{path} names no sources that could be combined. Combine them anew.</source>
        <comment>corpus.no_combination</comment>
        <translation>«{path}» не називає джерел, які можна об’єднати. Об’єднайте їх наново.</translation>
    </message>
    <message>
        <source>{path} seems to be kept in {encoding}, in a form that cannot be read. Save it as UTF-8.</source>
        <comment>corpus.encoding</comment>
        <translation>Файл «{path}», схоже, збережено в кодуванні {encoding} у вигляді, який не вдається прочитати. Збережіть файл у UTF-8.</translation>
    </message>
    <message>
        <source>{path} was written by another version of this program (format {version}). Update ABC Studio, or train the model again.</source>
        <comment>model.other_version</comment>
        <translation>Файл «{path}» записано іншою версією програми (формат {version}). Оновіть ABC Studio або натренуйте модель знову.</translation>
    </message>
    <message>
        <source>{path} would unpack to more than {limit:,} MB. Unpack it, and add the folder.</source>
        <comment>corpus.archive_too_large</comment>
        <translation>Файл «{path}» після розпакування займав би понад {limit:,} МБ. Розпакуйте його й додайте теку.</translation>
    </message>
    <message>
        <source>{path}, {free} GB free</source>
        <comment>doctor.folder_found</comment>
        <translation>{path}, вільно {free} ГБ</translation>
    </message>
    <message>
        <source>{path}: the first tune has no rhythm that can be kept: it needs a meter and notes in one voice.</source>
        <comment>wish.no_rhythm</comment>
        <translation>Файл «{path}»: ритм першої мелодії не можна взяти. Потрібні розмір і ноти в одному голосі.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: {count:,} tunes.</source>
        <comment>health.written</comment>
        <translation>
            <numerusform>{path}: {count:,} мелодія.</numerusform>
            <numerusform>{path}: {count:,} мелодії.</numerusform>
            <numerusform>{path}: {count:,} мелодій.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path}: {count} tunes have more than {limit:,} characters and are left out.</source>
        <comment>corpus.long_tunes</comment>
        <translation>
            <numerusform>{path}: {count} мелодія має понад {limit:,} символів, її пропущено.</numerusform>
            <numerusform>{path}: {count} мелодії мають понад {limit:,} символів, їх пропущено.</numerusform>
            <numerusform>{path}: {count} мелодій мають понад {limit:,} символів, їх пропущено.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path}: {how}.</source>
        <comment>file.how_read</comment>
        <translation>{path}: {how}.</translation>
    </message>
    <message>
        <source>{path}: {words}</source>
        <comment>file.about</comment>
        <translation>{path}: {words}</translation>
    </message>
    <message>
        <source>{pitch}, a grace note: it is played quickly before the next note.</source>
        <comment>explain.grace-note</comment>
        <translation>{pitch}, форшлаг: швидка нота перед наступною.</translation>
    </message>
    <message>
        <source>{pitch}, {length}, in a chord.</source>
        <comment>explain.note-in-chord</comment>
        <translation>{pitch}, {length}, в акорді.</translation>
    </message>
    <message>
        <source>{pitch}, {length}.</source>
        <comment>explain.note</comment>
        <translation>{pitch}, {length}.</translation>
    </message>
    <message>
        <source>{place} begins at the wrong column ({detail}). Lines that belong together begin with equally many blanks.</source>
        <comment>lesson.indent</comment>
        <translation>{place}: неправильний відступ ({detail}). Рядки, що належать разом, починаються з однакової кількості пробілів.</translation>
    </message>
    <message>
        <source>{place} stand in {tune}, at {there}; {holders}.</source>
        <comment>newness.run</comment>
        <translation>{place} є в мелодії {tune}: {there}; {holders}.</translation>
    </message>
    <message>
        <source>{place} stands in {tune}, at {there}; {holders}.</source>
        <comment>newness.run_of_one</comment>
        <translation>{place} є в мелодії {tune}: {there}; {holders}.</translation>
    </message>
    <message>
        <source>{place} still waits for your code. Write it in the place of the three dots.</source>
        <comment>lesson.todo</comment>
        <translation>{place}: тут ще бракує вашого коду. Напишіть його замість трьох крапок.</translation>
    </message>
    <message>
        <source>{place}: None stands where a value is needed ({detail}). Does something give nothing back here, such as print, or a function without return?</source>
        <comment>lesson.common_nothing_here</comment>
        <translation>{place}: None стоїть там, де потрібне значення ({detail}). Чи не повертає тут щось нічого, як-от print або функція без return?</translation>
    </message>
    <message>
        <source>{place}: NumPy takes no tensor that takes part in gradients. Use the function of torch.</source>
        <comment>lesson.common_numpy_of_gradient</comment>
        <translation>{place}: NumPy не бере тензора, що бере участь у градієнтах. Візьміть функцію torch.</translation>
    </message>
    <message>
        <source>{place}: Python cannot read this ({detail}). Look for a bracket, quote or colon that is missing here or in the line before.</source>
        <comment>lesson.syntax</comment>
        <translation>{place}: Python не може цього прочитати ({detail}). Перевірте, чи тут або в попередньому рядку не бракує дужки, лапок або двокрапки.</translation>
    </message>
    <message>
        <source>{place}: Python stops here ({error}: {detail}).</source>
        <comment>lesson.error_other</comment>
        <translation>{place}: Python тут зупиняється ({error}: {detail}).</translation>
    </message>
    <message>
        <source>{place}: a dictionary does not have this key ({detail}).</source>
        <comment>lesson.common_no_such_key</comment>
        <translation>{place}: у словнику немає такого ключа ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a dictionary does not have this key ({detail}).</source>
        <comment>lesson.error_key</comment>
        <translation>{place}: словник не має такого ключа ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a function calls itself without end.</source>
        <comment>lesson.error_recursion</comment>
        <translation>{place}: функція викликає саму себе без кінця.</translation>
    </message>
    <message>
        <source>{place}: a function or class itself stands here, not what it gives ({detail}). Call it, with brackets behind its name.</source>
        <comment>lesson.common_not_called_here</comment>
        <translation>{place}: тут стоїть сама функція чи сам клас, а не те, що вони дають ({detail}). Викличте їх: дужки після назви.</translation>
    </message>
    <message>
        <source>{place}: a layer is needed here, built with brackets behind its class ({detail}).</source>
        <comment>lesson.common_layer_needed</comment>
        <translation>{place}: тут потрібен шар, створений дужками після назви класу ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a number is divided by zero.</source>
        <comment>lesson.error_zero</comment>
        <translation>{place}: число ділиться на нуль.</translation>
    </message>
    <message>
        <source>{place}: a tensor is needed here ({detail}).</source>
        <comment>lesson.common_tensor_needed</comment>
        <translation>{place}: тут потрібен тензор ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a text stands where a number is needed ({detail}). Numbers have no quotes.</source>
        <comment>lesson.common_text_here</comment>
        <translation>{place}: текст стоїть там, де потрібне число ({detail}). Числа пишуть без лапок.</translation>
    </message>
    <message>
        <source>{place}: a value does not have what is asked of it ({detail}).</source>
        <comment>lesson.error_attribute</comment>
        <translation>{place}: значення не має того, що в нього просять ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a value has more or fewer axes than are needed here ({detail}).</source>
        <comment>lesson.common_axes</comment>
        <translation>{place}: значення має більше чи менше осей, ніж тут потрібно ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a value is missing in the brackets ({detail}).</source>
        <comment>lesson.common_value_missing</comment>
        <translation>{place}: у дужках бракує значення ({detail}).</translation>
    </message>
    <message>
        <source>{place}: a value of another kind is needed here ({detail}).</source>
        <comment>lesson.error_type</comment>
        <translation>{place}: тут потрібне значення іншого виду ({detail}).</translation>
    </message>
    <message>
        <source>{place}: more values are handed over than are taken here ({detail}). Which of them belong there?</source>
        <comment>lesson.common_more_values</comment>
        <translation>{place}: передано більше значень, ніж тут приймається ({detail}). Які з них потрібні?</translation>
    </message>
    <message>
        <source>{place}: no parameter is called so ({detail}). How is it spelt where the function is made?</source>
        <comment>lesson.common_unknown_word</comment>
        <translation>{place}: параметра з такою назвою немає ({detail}). Як його названо там, де створено функцію?</translation>
    </message>
    <message>
        <source>{place}: nothing is called “{name}” here. Is it spelt as where it was made, and made before this line?</source>
        <comment>lesson.common_unknown_name</comment>
        <translation>{place}: тут нічого не названо «{name}». Чи написано так само, як там, де його створено, і чи створено до цього рядка?</translation>
    </message>
    <message>
        <source>{place}: nothing is called “{name}” here. Is it spelt as where it was made, and made before this line?</source>
        <comment>lesson.error_name</comment>
        <translation>{place}: назви «{name}» тут немає. Чи написано її так само, як там, де її створено, і чи створено до цього рядка?</translation>
    </message>
    <message>
        <source>{place}: numbers of another type are needed here ({detail}). The numbers of characters are whole ones, and what is learned is decimal.</source>
        <comment>lesson.common_dtype</comment>
        <translation>{place}: тут потрібні числа іншого типу ({detail}). Номери символів&#xa0;— цілі числа, а те, чого вчаться,&#xa0;— десяткові.</translation>
    </message>
    <message>
        <source>{place}: pieces of different lengths make no table. Does each of them end equally far from its start?</source>
        <comment>lesson.common_uneven</comment>
        <translation>{place}: фрагменти різної довжини не утворюють таблиці. Чи кожен закінчується на тій самій відстані від свого початку?</translation>
    </message>
    <message>
        <source>{place}: several numbers are neither true nor false together ({detail}). Do two values stand in each other&apos;s place?</source>
        <comment>lesson.common_many_truths</comment>
        <translation>{place}: кілька чисел разом не є ні істиною, ні хибою ({detail}). Чи не стоять два значення одне на місці одного?</translation>
    </message>
    <message>
        <source>{place}: several values stand where one is needed, or one where several are ({detail}).</source>
        <comment>lesson.common_one_or_many</comment>
        <translation>{place}: кілька значень стоїть там, де потрібне одне, або одне там, де потрібно кілька ({detail}).</translation>
    </message>
    <message>
        <source>{place}: something is called that is no function ({detail}). Is a sign missing before the bracket, or are the brackets too much?</source>
        <comment>lesson.common_no_function</comment>
        <translation>{place}: викликається те, що не є функцією ({detail}). Чи не бракує знака перед дужкою або чи не зайві дужки?</translation>
    </message>
    <message>
        <source>{place}: the code asks for input, and nobody can answer it here. Write the value into the code.</source>
        <comment>lesson.input</comment>
        <translation>{place}: код просить щось ввести, а відповісти тут нема кому. Впишіть значення в код.</translation>
    </message>
    <message>
        <source>{place}: the code brought Python itself down. The studio is unharmed; look at what this line calls.</source>
        <comment>lesson.crashed</comment>
        <translation>{place}: код обвалив сам Python. Студія не постраждала; перевірте, що викликає цей рядок.</translation>
    </message>
    <message>
        <source>{place}: the code ends the program here. Take it out: a lesson ends by itself.</source>
        <comment>lesson.exit</comment>
        <translation>{place}: код завершує тут програму. Приберіть це: урок закінчується сам.</translation>
    </message>
    <message numerus="yes">
        <source>{place}: the code had not ended after {seconds} seconds and was stopped. Does a loop never end?</source>
        <comment>lesson.time</comment>
        <translation>
            <numerusform>{place}: код не закінчився за {seconds} секунду, і його зупинено. Чи немає в ньому циклу без кінця?</numerusform>
            <numerusform>{place}: код не закінчився за {seconds} секунди, і його зупинено. Чи немає в ньому циклу без кінця?</numerusform>
            <numerusform>{place}: код не закінчився за {seconds} секунд, і його зупинено. Чи немає в ньому циклу без кінця?</numerusform>
        </translation>
    </message>
    <message>
        <source>{place}: the code prints more than can be read, so it was stopped. Print less, perhaps only the first and the last values.</source>
        <comment>lesson.output</comment>
        <translation>{place}: код друкує більше, ніж можна прочитати, тож його зупинено. Друкуйте менше, скажімо, лише перші й останні значення.</translation>
    </message>
    <message>
        <source>{place}: the code prints to an output that it has closed. Do not close it.</source>
        <comment>lesson.closed</comment>
        <translation>{place}: код друкує у вихід, який сам закрив. Не закривайте його.</translation>
    </message>
    <message>
        <source>{place}: the code started programs and was stopped. No lesson needs other programs.</source>
        <comment>lesson.processes</comment>
        <translation>{place}: код запустив програми, і його зупинено. Інші програми не потрібні жодному уроку.</translation>
    </message>
    <message>
        <source>{place}: the code wants to change a file outside its folder, which lessons do not allow. Nothing was changed.</source>
        <comment>lesson.act_write</comment>
        <translation>{place}: код хоче змінити файл поза своєю текою, а урокам цього не дозволено. Нічого не змінено.</translation>
    </message>
    <message>
        <source>{place}: the code wants to end a process, which lessons do not allow. Nothing was ended.</source>
        <comment>lesson.act_process</comment>
        <translation>{place}: код хоче завершити процес, а урокам цього не дозволено. Нічого не завершено.</translation>
    </message>
    <message>
        <source>{place}: the code wants to reach the network, which lessons do not allow. All that is needed is here.</source>
        <comment>lesson.act_network</comment>
        <translation>{place}: код звертається до мережі, а урокам цього не дозволено. Усе потрібне є тут.</translation>
    </message>
    <message>
        <source>{place}: the code wants to start a program, which lessons do not allow. Nothing was started.</source>
        <comment>lesson.act_program</comment>
        <translation>{place}: код хоче запустити програму, а урокам цього не дозволено. Нічого не запущено.</translation>
    </message>
    <message>
        <source>{place}: the file became longer than a file of a lesson may be ({file} MB). No lesson needs files.</source>
        <comment>lesson.file_long</comment>
        <translation>{place}: файл став довшим, ніж дозволено уроку ({file} МБ). Файли не потрібні жодному уроку.</translation>
    </message>
    <message>
        <source>{place}: there is no such module here ({detail}). All that a lesson needs is imported already.</source>
        <comment>lesson.error_import</comment>
        <translation>{place}: такого модуля тут немає ({detail}). Усе потрібне для уроку вже імпортовано.</translation>
    </message>
    <message>
        <source>{place}: there is no such place ({detail}). The first place is 0, the last one less than the length.</source>
        <comment>lesson.error_index</comment>
        <translation>{place}: такого місця немає ({detail}). Перше місце&#xa0;— 0, останнє на одиницю менше за довжину.</translation>
    </message>
    <message>
        <source>{place}: there is no such place or axis ({detail}). The first place is 0, the last one less than the length.</source>
        <comment>lesson.common_beyond</comment>
        <translation>{place}: такого місця чи осі немає ({detail}). Перше місце&#xa0;— 0, останнє на одиницю менше за довжину.</translation>
    </message>
    <message>
        <source>{place}: there is no way for the gradient to go back ({detail}). It is cut off by detach, no_grad, item and by whole numbers.</source>
        <comment>lesson.common_no_gradient</comment>
        <translation>{place}: градієнту немає шляху назад ({detail}). Його обривають detach, no_grad, item і цілі числа.</translation>
    </message>
    <message>
        <source>{place}: these bytes make no whole numbers ({detail}). Where does the first one begin, and how many bytes has each?</source>
        <comment>lesson.common_bytes_apart</comment>
        <translation>{place}: із цих байтів не виходить цілих чисел ({detail}). Де починається перше й скільки байтів у кожному?</translation>
    </message>
    <message>
        <source>{place}: these shapes do not fit together ({detail}).</source>
        <comment>lesson.error_shapes</comment>
        <translation>{place}: ці форми не узгоджуються ({detail}).</translation>
    </message>
    <message>
        <source>{place}: these sizes do not fit together ({detail}). What one step gives, the next one has to take.</source>
        <comment>lesson.common_sizes_apart</comment>
        <translation>{place}: ці розміри не пасують один до одного ({detail}). Скільки дає один крок, стільки має взяти наступний.</translation>
    </message>
    <message>
        <source>{place}: this needs more memory than a lesson may have ({memory} MB). Make it smaller.</source>
        <comment>lesson.error_memory</comment>
        <translation>{place}: для цього треба більше пам’яті, ніж дозволено уроку ({memory} МБ). Зменште обсяг.</translation>
    </message>
    <message>
        <source>{place}: this value has no such places ({detail}). Lists have whole numbers for them, and functions are called with round brackets.</source>
        <comment>lesson.common_place_by_name</comment>
        <translation>{place}: у цього значення немає таких місць ({detail}). У списках місця&#xa0;— цілі числа, а функції викликають круглими дужками.</translation>
    </message>
    <message>
        <source>{place}: this value has nothing of that name ({detail}). Capital and small letters differ; what belongs to torch, and what to a tensor?</source>
        <comment>lesson.common_no_such_part</comment>
        <translation>{place}: у цього значення немає нічого з такою назвою ({detail}). Великі й малі літери різні; що належить torch, а що тензору?</translation>
    </message>
    <message>
        <source>{place}: values of two kinds are put together ({detail}). Make them one kind first.</source>
        <comment>lesson.common_mixed</comment>
        <translation>{place}: поєднуються значення двох різних типів ({detail}). Спершу зведіть їх до одного типу.</translation>
    </message>
    <message>
        <source>{place}: “{title}”, {there} ({tunes})</source>
        <comment>newness.row</comment>
        <translation>{place}: «{title}», {there} ({tunes})</translation>
    </message>
    <message>
        <source>{program} {version} (commit {commit} of {day}, {kind})</source>
        <comment>doctor.version_day</comment>
        <translation>{program} {version} (коміт {commit} від {day}, {kind})</translation>
    </message>
    <message>
        <source>{program} {version} (commit {commit}, {kind})</source>
        <comment>doctor.version_commit</comment>
        <translation>{program} {version} (коміт {commit}, {kind})</translation>
    </message>
    <message>
        <source>{program} {version} ({kind})</source>
        <comment>doctor.version</comment>
        <translation>{program} {version} ({kind})</translation>
    </message>
    <message>
        <source>{p} in the time of {q}</source>
        <comment>reading.tuplet</comment>
        <translation>{p} замість {q}</translation>
    </message>
    <message>
        <source>{rate} beats a minute</source>
        <comment>explain.tempo-short</comment>
        <translation>{rate} за хвилину</translation>
    </message>
    <message>
        <source>{reason}; {size:,} bytes are needed</source>
        <comment>system.needs</comment>
        <translation>{reason}; потрібно байтів: {size:,}</translation>
    </message>
    <message>
        <source>{root} augmented chord</source>
        <comment>reading.chord-augmented</comment>
        <translation>збільшений акорд {root}</translation>
    </message>
    <message>
        <source>{root} diminished chord</source>
        <comment>reading.chord-diminished</comment>
        <translation>зменшений акорд {root}</translation>
    </message>
    <message>
        <source>{root} diminished seventh chord</source>
        <comment>reading.chord-diminished-seventh</comment>
        <translation>зменшений септакорд {root}</translation>
    </message>
    <message>
        <source>{root} half-diminished chord</source>
        <comment>reading.chord-half-diminished</comment>
        <translation>напівзменшений септакорд {root}</translation>
    </message>
    <message>
        <source>{root} major chord</source>
        <comment>reading.chord-major</comment>
        <translation>акорд {root} мажор</translation>
    </message>
    <message>
        <source>{root} major seventh chord</source>
        <comment>reading.chord-major-seventh</comment>
        <translation>великий мажорний септакорд {root}</translation>
    </message>
    <message>
        <source>{root} minor chord</source>
        <comment>reading.chord-minor</comment>
        <translation>акорд {root} мінор</translation>
    </message>
    <message>
        <source>{root} minor seventh chord</source>
        <comment>reading.chord-minor-seventh</comment>
        <translation>малий мінорний септакорд {root}</translation>
    </message>
    <message>
        <source>{root} open fifth</source>
        <comment>reading.chord-fifth</comment>
        <translation>порожня квінта {root}</translation>
    </message>
    <message>
        <source>{root} seventh chord</source>
        <comment>reading.chord-seventh</comment>
        <translation>септакорд {root}</translation>
    </message>
    <message>
        <source>{root} suspended fourth chord</source>
        <comment>reading.chord-suspended-fourth</comment>
        <translation>акорд {root} із затриманою квартою</translation>
    </message>
    <message>
        <source>{root} suspended second chord</source>
        <comment>reading.chord-suspended-second</comment>
        <translation>акорд {root} із затриманою секундою</translation>
    </message>
    <message>
        <source>{row}; also in {files}</source>
        <comment>finding.also_in</comment>
        <translation>{row}; також у {files}</translation>
    </message>
    <message>
        <source>{share} % alike</source>
        <comment>finding.alike</comment>
        <translation>подібна на {share}&#xa0;%</translation>
    </message>
    <message>
        <source>{share} % fits</source>
        <comment>finding.heard</comment>
        <translation>збіг {share}&#xa0;%</translation>
    </message>
    <message>
        <source>{share} % of its measures</source>
        <comment>finding.shares</comment>
        <translation>{share}&#xa0;% її тактів</translation>
    </message>
    <message>
        <source>{share} %: the same tune</source>
        <comment>finding.same_tune</comment>
        <translation>{share}&#xa0;%: та сама мелодія</translation>
    </message>
    <message>
        <source>{sign} in the music stands for: {meaning}</source>
        <comment>explain.user-symbol-field</comment>
        <translation>{sign} у музиці означає: {meaning}</translation>
    </message>
    <message>
        <source>{sign} means nothing here: it is neither a note nor a decoration. A U: field can give it a meaning.</source>
        <comment>notation.shorthand-undefined</comment>
        <translation>{sign} тут нічого не означає: це не нота й не виконавський знак. Надати значення може поле U:.</translation>
    </message>
    <message>
        <source>{sign} means nothing here; a U: field can give it a meaning.</source>
        <comment>explain.shorthand-none</comment>
        <translation>{sign} тут нічого не означає; значення може надати поле U:.</translation>
    </message>
    <message>
        <source>{sign} no longer means anything in the music.</source>
        <comment>explain.user-symbol-none</comment>
        <translation>{sign} більше нічого не означає в музиці.</translation>
    </message>
    <message>
        <source>{sign} stands for this because of a U: field.</source>
        <comment>explain.user-symbol</comment>
        <translation>Знак {sign} має це значення завдяки полю U:.</translation>
    </message>
    <message>
        <source>{step}</source>
        <comment>explain.alter.natural</comment>
        <translation>{step}</translation>
    </message>
    <message>
        <source>{step}</source>
        <comment>explain.tonic</comment>
        <translation>{step}</translation>
    </message>
    <message>
        <source>{step} double flat</source>
        <comment>explain.alter.double-flat</comment>
        <translation>{step}-дубль-бемоль</translation>
    </message>
    <message>
        <source>{step} double flat</source>
        <comment>reading.double-flat</comment>
        <translation>{step}-дубль-бемоль</translation>
    </message>
    <message>
        <source>{step} double sharp</source>
        <comment>explain.alter.double-sharp</comment>
        <translation>{step}-дубль-дієз</translation>
    </message>
    <message>
        <source>{step} double sharp</source>
        <comment>reading.double-sharp</comment>
        <translation>{step}-дубль-дієз</translation>
    </message>
    <message>
        <source>{step} flat</source>
        <comment>explain.alter.flat</comment>
        <translation>{step}-бемоль</translation>
    </message>
    <message>
        <source>{step} flat</source>
        <comment>reading.flat</comment>
        <translation>{step}-бемоль</translation>
    </message>
    <message>
        <source>{step} lowered by {amount} of a semitone</source>
        <comment>explain.alter.lower</comment>
        <translation>{step} (нижче на {amount} півтону)</translation>
    </message>
    <message>
        <source>{step} lowered by {amount} of a semitone</source>
        <comment>reading.lowered</comment>
        <translation>{step}, нижче на {amount} півтону</translation>
    </message>
    <message>
        <source>{step} natural</source>
        <comment>explain.alter.natural-said</comment>
        <translation>{step}-бекар</translation>
    </message>
    <message>
        <source>{step} raised by {amount} of a semitone</source>
        <comment>explain.alter.higher</comment>
        <translation>{step} (вище на {amount} півтону)</translation>
    </message>
    <message>
        <source>{step} raised by {amount} of a semitone</source>
        <comment>reading.raised</comment>
        <translation>{step}, вище на {amount} півтону</translation>
    </message>
    <message>
        <source>{step} sharp</source>
        <comment>explain.alter.sharp</comment>
        <translation>{step}-дієз</translation>
    </message>
    <message>
        <source>{step} sharp</source>
        <comment>reading.sharp</comment>
        <translation>{step}-дієз</translation>
    </message>
    <message>
        <source>{step}♭</source>
        <comment>explain.tonic-flat</comment>
        <translation>{step}-бемоль</translation>
    </message>
    <message>
        <source>{step}♯</source>
        <comment>explain.tonic-sharp</comment>
        <translation>{step}-дієз</translation>
    </message>
    <message>
        <source>{symbol} is not a symbol. A line s: holds decorations in ! !, chord symbols and annotations in quotes, * to leave a note out, and |.</source>
        <comment>notation.symbol-unknown</comment>
        <translation>{symbol}&#xa0;— це не знак. У рядку s: стоять виконавські знаки в ! !, позначення акордів і тексти в лапках, * для пропуску ноти та |.</translation>
    </message>
    <message>
        <source>{system}, Python {python}</source>
        <comment>doctor.system_found</comment>
        <translation>{system}, Python {python}</translation>
    </message>
    <message>
        <source>{text!r} names no setting. Write it as NAME=VALUE.</source>
        <comment>training.no_name</comment>
        <translation>{text!r} не називає параметра. Пишіть NAME=VALUE.</translation>
    </message>
    <message>
        <source>{text} is not a chord that is known, such as Am7 or Csus4. Other text begins with ^ for above or _ for below.</source>
        <comment>notation.chord-kind-unknown</comment>
        <translation>Акорду {text} студія не знає; пишіть, наприклад, Am7 або Csus4. Інший текст починається з ^ (над нотою) або _ (під нею).</translation>
    </message>
    <message>
        <source>{text} is not a chord: chords begin with a letter from A to G. Other text begins with ^ for above or _ for below.</source>
        <comment>notation.chord-symbol-unknown</comment>
        <translation>{text}&#xa0;— це не акорд: акорд починається з літери від A до G. Інший текст починається з ^ (над нотою) або _ (під нею).</translation>
    </message>
    <message>
        <source>{text} is too short to look for: four notes are needed, and eight or more are best.</source>
        <comment>finding.too_short</comment>
        <translation>{text}&#xa0;— закоротко для пошуку: потрібні чотири ноти, а найкраще вісім або більше.</translation>
    </message>
    <message numerus="yes">
        <source>{title} has more than {limit:,} notes as it is played; the others were left out.</source>
        <comment>export.too_many_notes</comment>
        <translation>
            <numerusform>«{title}» у відтворенні має понад {limit:,} ноту; решту пропущено.</numerusform>
            <numerusform>«{title}» у відтворенні має понад {limit:,} ноти; решту пропущено.</numerusform>
            <numerusform>«{title}» у відтворенні має понад {limit:,} нот; решту пропущено.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} has no notes to play, so there is nothing to write.</source>
        <comment>export.no_notes</comment>
        <translation>«{title}» не має нот для відтворення, тож записувати нічого.</translation>
    </message>
    <message>
        <source>{title} is silent in every voice: let one be heard under Voices.</source>
        <comment>export.silent</comment>
        <translation>«{title}» мовчить в усіх голосах: увімкніть хоч один на панелі «Голоси».</translation>
    </message>
    <message numerus="yes">
        <source>{title} lasts longer than {limit} minutes; what comes after that was left out.</source>
        <comment>export.cut</comment>
        <translation>
            <numerusform>«{title}» триває понад {limit} хвилину; решту пропущено.</numerusform>
            <numerusform>«{title}» триває понад {limit} хвилини; решту пропущено.</numerusform>
            <numerusform>«{title}» триває понад {limit} хвилин; решту пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{title} would last longer than {limit} minutes at this tempo. Choose a faster one.</source>
        <comment>export.too_long</comment>
        <translation>
            <numerusform>«{title}» у цьому темпі тривала б понад {limit} хвилину. Виберіть швидший темп.</numerusform>
            <numerusform>«{title}» у цьому темпі тривала б понад {limit} хвилини. Виберіть швидший темп.</numerusform>
            <numerusform>«{title}» у цьому темпі тривала б понад {limit} хвилин. Виберіть швидший темп.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: {place}, {key}; {likeness}</source>
        <comment>finding.title_row</comment>
        <translation>{title}: {place}, {key}; {likeness}</translation>
    </message>
    <message>
        <source>{title}: {place}, {key}; {likeness}, {pitch}</source>
        <comment>finding.row</comment>
        <translation>{title}: {place}, {key}; {likeness}, {pitch}</translation>
    </message>
    <message>
        <source>{tonic} names no key. Write a letter from A to G, with # or b where needed.</source>
        <comment>edit.bad_tonic</comment>
        <translation>{tonic} не називає тональності. Напишіть літеру від A до G, за потреби з # або b.</translation>
    </message>
    <message>
        <source>{tonic} {mode}, {signature}</source>
        <comment>explain.key-short</comment>
        <translation>{tonic} {mode}, {signature}</translation>
    </message>
    <message numerus="yes">
        <source>{track} plays more lines at once than can be written; {count} notes were left out.</source>
        <comment>midi.voices_left_out</comment>
        <translation>
            <numerusform>Доріжка «{track}» веде одночасно більше ліній, ніж можна записати; пропущено {count} ноту.</numerusform>
            <numerusform>Доріжка «{track}» веде одночасно більше ліній, ніж можна записати; пропущено {count} ноти.</numerusform>
            <numerusform>Доріжка «{track}» веде одночасно більше ліній, ніж можна записати; пропущено {count} нот.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{track} plays several lines at once; they became {count} voices.</source>
        <comment>midi.split</comment>
        <translation>
            <numerusform>Доріжка «{track}» веде одночасно кілька ліній; з них утворено {count} голос.</numerusform>
            <numerusform>Доріжка «{track}» веде одночасно кілька ліній; з них утворено {count} голоси.</numerusform>
            <numerusform>Доріжка «{track}» веде одночасно кілька ліній; з них утворено {count} голосів.</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} is not a meter. Write it as 4/4, C, C| or none.</source>
        <comment>notation.bad-meter</comment>
        <translation>{value}&#xa0;— це не розмір. Пишіть 4/4, C, C| або none.</translation>
    </message>
    <message>
        <source>{value} is not a note length. Write it as 1/8.</source>
        <comment>notation.bad-unit-note-length</comment>
        <translation>{value}&#xa0;— це не тривалість. Пишіть, наприклад, 1/8.</translation>
    </message>
    <message>
        <source>{value} is not a tempo. Write it as 1/4=120.</source>
        <comment>notation.bad-tempo</comment>
        <translation>{value}&#xa0;— це не темп. Пишіть, наприклад, 1/4=120.</translation>
    </message>
    <message>
        <source>{value} means nothing for {name}.</source>
        <comment>notation.bad-instruction</comment>
        <translation>{value} для {name} нічого не означає.</translation>
    </message>
    <message>
        <source>{word} is no mode; it is read as {mode}. Modes are maj, min, dor, phr, lyd, mix, aeo, loc and ion.</source>
        <comment>notation.key-mode-misspelt</comment>
        <translation>{word}&#xa0;— це не лад; прочитано як {mode}. Лади: maj, min, dor, phr, lyd, mix, aeo, loc та ion.</translation>
    </message>
    <message>
        <source>{word} is not a key. Write it as D, Em, Ador or Bbmix.</source>
        <comment>notation.bad-key</comment>
        <translation>{word}&#xa0;— це не тональність. Пишіть, наприклад, D, Em, Ador чи Bbmix.</translation>
    </message>
    <message>
        <source>{word} means nothing in a K: field and is left out. After the key may come a clef, octave= or transpose=.</source>
        <comment>notation.key-word-unknown</comment>
        <translation>{word} у полі K: нічого не означає й пропускається. Після тональності можуть стояти ключ, octave= або transpose=.</translation>
    </message>
    <message>
        <source>{written} after it makes all of its notes {factor} times as long.</source>
        <comment>explain.chord-factor</comment>
        <translation>{written} після акорду: тривалість усіх його нот помножено на {factor}.</translation>
    </message>
    <message>
        <source>{written}: {factor} times the unit length, {unit}.</source>
        <comment>explain.length-factor</comment>
        <translation>{written}: базова тривалість ({unit}), помножена на {factor}.</translation>
    </message>
    <message>
        <source>“{name}” could not be worked out. {reason}</source>
        <comment>lesson.fact_failed</comment>
        <translation>«{name}» не вдалося обчислити. {reason}</translation>
    </message>
    <message>
        <source>“{name}” does not take part in gradients as it should, so that nothing can be learned through it, or too much.</source>
        <comment>lesson.fact_grad</comment>
        <translation>«{name}» бере участь в обчисленні градієнтів не так, як слід, тож через це нічого не навчиться або навчиться забагато.</translation>
    </message>
    <message>
        <source>“{name}” has as many numbers as it should, but they are laid out as {found} and not as {wanted}.</source>
        <comment>lesson.common_laid_out</comment>
        <translation>У «{name}» стільки чисел, скільки треба, але вони розкладені як {found}, а не як {wanted}.</translation>
    </message>
    <message>
        <source>“{name}” has gone through a sigmoid once too often.</source>
        <comment>lesson.common_sigmoid_too_many</comment>
        <translation>«{name}» пройшло через сигмоїду на один раз більше, ніж треба.</translation>
    </message>
    <message>
        <source>“{name}” has gone through a tanh once too often.</source>
        <comment>lesson.common_tanh_too_many</comment>
        <translation>«{name}» пройшло через tanh на один раз більше, ніж треба.</translation>
    </message>
    <message>
        <source>“{name}” has lost its sign: what should be negative is positive.</source>
        <comment>lesson.common_without_sign</comment>
        <translation>«{name}» втратило знак: те, що має бути від’ємним, додатне.</translation>
    </message>
    <message>
        <source>“{name}” has the length {found}, and should have the length {wanted}.</source>
        <comment>lesson.fact_length</comment>
        <translation>Довжина «{name}» має бути {wanted}, а зараз {found}.</translation>
    </message>
    <message>
        <source>“{name}” has the length {found}, and should have {wanted}: one too few. The end of a range or a slice does not belong to it.</source>
        <comment>lesson.common_one_too_few</comment>
        <translation>«{name}» має довжину {found}, а потрібно {wanted}: на одне менше. Кінець діапазону чи зрізу до нього не входить.</translation>
    </message>
    <message>
        <source>“{name}” has the length {found}, and should have {wanted}: one too many. Look at where counting begins and ends.</source>
        <comment>lesson.common_one_too_many</comment>
        <translation>«{name}» має довжину {found}, а потрібно {wanted}: на одне більше. Подивіться, де лічба починається й де закінчується.</translation>
    </message>
    <message>
        <source>“{name}” has the length {found}, and should have {wanted}: that is too few.</source>
        <comment>lesson.common_too_few</comment>
        <translation>«{name}» має довжину {found}, а потрібно {wanted}: це замало.</translation>
    </message>
    <message>
        <source>“{name}” has the length {found}, and should have {wanted}: that is too many.</source>
        <comment>lesson.common_too_many</comment>
        <translation>«{name}» має довжину {found}, а потрібно {wanted}: це забагато.</translation>
    </message>
    <message>
        <source>“{name}” has the opposite sign. Is a difference the wrong way round, or a minus too much?</source>
        <comment>lesson.common_sign</comment>
        <translation>«{name}» має протилежний знак. Чи не переставлено різницю або чи немає зайвого мінуса?</translation>
    </message>
    <message>
        <source>“{name}” has the right shape, but other values than it should: first {found}, and not {wanted}.</source>
        <comment>lesson.fact_elements</comment>
        <translation>«{name}» має правильну форму, але не ті значення: перше {found}, а не {wanted}.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have the shape {wanted}.</source>
        <comment>lesson.fact_shape</comment>
        <translation>Форма «{name}» має бути {wanted}, а зараз {found}.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: an axis of length 1 is missing. A single number in brackets or squeeze takes one away.</source>
        <comment>lesson.common_axis_missing</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: бракує осі довжини 1. Її прибирає одне число в дужках або squeeze.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: as many axes, but other sizes. Where does each size come from?</source>
        <comment>lesson.common_other_sizes</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: осей стільки ж, але розміри інші. Звідки береться кожен розмір?</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: one axis of length 1 is too much. A range such as 1:2, double brackets or unsqueeze leave one.</source>
        <comment>lesson.common_axis_too_many</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: є зайва вісь довжини 1. Її лишають діапазон на зразок 1:2, подвійні дужки або unsqueeze.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: rows and columns have changed places.</source>
        <comment>lesson.common_transposed</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: рядки і стовпчики помінялися місцями.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: the sizes are right, but their axes stand in another order.</source>
        <comment>lesson.common_axes_swapped</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: розміри правильні, але осі стоять в іншому порядку.</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: there are too few axes. Is an index, a sum or a mean too much, or a size missing?</source>
        <comment>lesson.common_axes_too_few</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: осей замало. Чи немає зайвого індексу, суми чи середнього або чи не бракує розміру?</translation>
    </message>
    <message>
        <source>“{name}” has the shape {found}, and should have {wanted}: there are too many axes. Does a step lack that picks or adds up along one?</source>
        <comment>lesson.common_axes_too_many</comment>
        <translation>«{name}» має форму {found}, а потрібно {wanted}: осей забагато. Чи не бракує кроку, який щось вибирає або підсумовує вздовж осі?</translation>
    </message>
    <message>
        <source>“{name}” holds 0 and 1 only: whether something is larger, not how large it is.</source>
        <comment>lesson.common_in_steps</comment>
        <translation>У «{name}» лише 0 і 1: чи щось більше, а не наскільки велике.</translation>
    </message>
    <message>
        <source>“{name}” holds texts of several characters, and single ones are needed.</source>
        <comment>lesson.common_longer</comment>
        <translation>У «{name}» тексти з кількох символів, а потрібні по одному.</translation>
    </message>
    <message>
        <source>“{name}” holds the right values, but in another order.</source>
        <comment>lesson.common_other_order</comment>
        <translation>У «{name}» правильні значення, але в іншому порядку.</translation>
    </message>
    <message>
        <source>“{name}” holds what is no number (nan or inf), as a logarithm of zero or a root of a negative number gives it.</source>
        <comment>lesson.common_no_number</comment>
        <translation>У «{name}» є те, що не є числом (nan чи inf): таке дає логарифм нуля або корінь із від’ємного числа.</translation>
    </message>
    <message>
        <source>“{name}” is None: nothing came back. Printing only shows a value, and a function without return gives None.</source>
        <comment>lesson.common_nothing</comment>
        <translation>«{name}»&#xa0;— це None: нічого не повернулося. Друк лише показує значення, а функція без return повертає None.</translation>
    </message>
    <message>
        <source>“{name}” is True or False: something is compared here, and a number is needed.</source>
        <comment>lesson.common_truth</comment>
        <translation>«{name}»&#xa0;— це True або False: тут щось порівнюється, а потрібне число.</translation>
    </message>
    <message>
        <source>“{name}” is a NumPy array, and should be a tensor: arrays know no gradients. Use torch.tensor.</source>
        <comment>lesson.common_array_for_tensor</comment>
        <translation>«{name}»&#xa0;— це масив NumPy, а має бути тензор: масиви не знають градієнтів. Візьміть torch.tensor.</translation>
    </message>
    <message>
        <source>“{name}” is a layer, not what it makes of its input. Call it with the input.</source>
        <comment>lesson.common_layer_alone</comment>
        <translation>«{name}»&#xa0;— це шар, а не те, що він робить зі входом. Викличте його зі входом.</translation>
    </message>
    <message>
        <source>“{name}” is a list or another collection of Python, and should be a tensor. Hand it to torch.tensor or torch.stack.</source>
        <comment>lesson.common_list_for_tensor</comment>
        <translation>«{name}»&#xa0;— це список чи інша колекція Python, а має бути тензор. Передайте її в torch.tensor або torch.stack.</translation>
    </message>
    <message>
        <source>“{name}” is a text. What stands in quotes is no number and no name.</source>
        <comment>lesson.common_text</comment>
        <translation>«{name}»&#xa0;— це текст. Те, що в лапках,&#xa0;— не число й не ім’я.</translation>
    </message>
    <message>
        <source>“{name}” is an ordinary number, and should be a tensor. Leave out what makes a number of it, such as .item().</source>
        <comment>lesson.common_number_for_tensor</comment>
        <translation>«{name}»&#xa0;— це звичайне число, а має бути тензор. Приберіть те, що робить із нього число, наприклад .item().</translation>
    </message>
    <message>
        <source>“{name}” is e to the power of what it should be: an exponential is too much, or a logarithm missing.</source>
        <comment>lesson.common_exponential</comment>
        <translation>«{name}»&#xa0;— це e у степені того, що має бути: експонента зайва або бракує логарифма.</translation>
    </message>
    <message>
        <source>“{name}” is not what it should be.</source>
        <comment>lesson.fact_other</comment>
        <translation>«{name}»&#xa0;— не те, що має бути.</translation>
    </message>
    <message>
        <source>“{name}” is one divided by what it should be: a fraction is turned round.</source>
        <comment>lesson.common_turned_round</comment>
        <translation>«{name}»&#xa0;— це одиниця, поділена на те, що має бути: дріб перевернуто.</translation>
    </message>
    <message>
        <source>“{name}” is one minus what it should be.</source>
        <comment>lesson.common_one_less</comment>
        <translation>«{name}»&#xa0;— це одиниця мінус те, що має бути.</translation>
    </message>
    <message>
        <source>“{name}” is one number, and should have the shape {wanted}. Was it added up, or one element taken?</source>
        <comment>lesson.common_one_number</comment>
        <translation>«{name}»&#xa0;— це одне число, а потрібна форма {wanted}. Чи не підсумовано його або чи не взято один елемент?</translation>
    </message>
    <message>
        <source>“{name}” is rounded: the part after the point is lost.</source>
        <comment>lesson.common_rounded</comment>
        <translation>«{name}» заокруглено: частина після крапки втрачена.</translation>
    </message>
    <message>
        <source>“{name}” is several values, and one is needed. Is there a comma too many, or a step missing?</source>
        <comment>lesson.common_several</comment>
        <translation>«{name}»&#xa0;— це кілька значень, а потрібне одне. Чи немає зайвої коми або чи не бракує кроку?</translation>
    </message>
    <message>
        <source>“{name}” is still to be written. Its place is where the three dots are.</source>
        <comment>lesson.todo_fact</comment>
        <translation>«{name}» ще не написано. Місце для цього там, де три крапки.</translation>
    </message>
    <message>
        <source>“{name}” is the function or class itself, not what it gives. Call it, with brackets behind its name.</source>
        <comment>lesson.common_not_called</comment>
        <translation>«{name}»&#xa0;— це сама функція чи сам клас, а не те, що вони дають. Викличте їх: дужки після назви.</translation>
    </message>
    <message>
        <source>“{name}” is the logarithm of what it should be.</source>
        <comment>lesson.common_logarithm</comment>
        <translation>«{name}»&#xa0;— це логарифм того, що має бути.</translation>
    </message>
    <message>
        <source>“{name}” is the square of what it should be.</source>
        <comment>lesson.common_squared</comment>
        <translation>«{name}»&#xa0;— це квадрат того, що має бути.</translation>
    </message>
    <message>
        <source>“{name}” is the square root of what it should be.</source>
        <comment>lesson.common_root</comment>
        <translation>«{name}»&#xa0;— це квадратний корінь із того, що має бути.</translation>
    </message>
    <message>
        <source>“{name}” is the wrong way round: the last value comes first.</source>
        <comment>lesson.common_backwards</comment>
        <translation>«{name}» стоїть задом наперед: останнє значення на першому місці.</translation>
    </message>
    <message>
        <source>“{name}” is too large by {more}. Is something added that does not belong to it?</source>
        <comment>lesson.common_too_much</comment>
        <translation>«{name}» більше, ніж треба, на {more}. Чи не додано зайвого?</translation>
    </message>
    <message>
        <source>“{name}” is too small by {more}. Is something missing, or taken away that belongs to it?</source>
        <comment>lesson.common_too_little</comment>
        <translation>«{name}» менше, ніж треба, на {more}. Чи не бракує чогось або чи не відняте зайве?</translation>
    </message>
    <message>
        <source>“{name}” is too small: {factor} times as much is needed. Is something divided once too often, or a factor missing?</source>
        <comment>lesson.common_too_small</comment>
        <translation>«{name}» замале: потрібно у {factor} раза більше. Чи немає зайвого ділення або чи не бракує множника?</translation>
    </message>
    <message>
        <source>“{name}” is {factor} times as large as it should be. Is something multiplied once too often, or a division missing?</source>
        <comment>lesson.common_too_large</comment>
        <translation>«{name}» у {factor} раза більше, ніж треба. Чи немає зайвого множення або чи не бракує ділення?</translation>
    </message>
    <message>
        <source>“{name}” is {found}, and should be {wanted}.</source>
        <comment>lesson.fact_kind</comment>
        <translation>Для «{name}» потрібно: {wanted}. Зараз це {found}.</translation>
    </message>
    <message>
        <source>“{name}” is {found}, and should be {wanted}.</source>
        <comment>lesson.fact_value</comment>
        <translation>Значення «{name}» має бути {wanted}, а зараз {found}.</translation>
    </message>
    <message>
        <source>“{syllable}” is sung to {pitch} in verse {verse}.</source>
        <comment>explain.syllable-verse</comment>
        <translation>Склад «{syllable}» припадає на ноту {pitch} у куплеті {verse}.</translation>
    </message>
    <message>
        <source>“{syllable}” is sung to {pitch}.</source>
        <comment>explain.syllable</comment>
        <translation>Склад «{syllable}» припадає на ноту {pitch}.</translation>
    </message>
    <message>
        <source>“{title}” (no. {number})</source>
        <comment>health.tune_title</comment>
        <translation>«{title}» (№&#xa0;{number})</translation>
    </message>
    <message>
        <source>“{title}”, tune {number} of the tunebook</source>
        <comment>jury.title</comment>
        <translation>«{title}», мелодія {number} збірки</translation>
    </message>
    <message>
        <source>“{title}”, tune {number} of {file}</source>
        <comment>finding.titled</comment>
        <translation>«{title}», мелодія {number} з {file}</translation>
    </message>
</context>
</TS>
