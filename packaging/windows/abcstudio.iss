; Inno Setup 6: an installer for one person, without an administrator's rights.
;
;     pyinstaller --noconfirm build.spec
;     iscc /DVersion=0.2.0 packaging\windows\abcstudio.iss
;
; To sign: iscc /Ssigntool="signtool sign /fd sha256 /tr http://TIMESTAMP /td sha256 $f" /DSign=1 ...

#ifndef Version
  #error Name the version: /DVersion=0.2.0
#endif

[Setup]
AppId={{6E0C3B6E-6C1D-4E0C-9F3B-3A5B4E0D7A20}
AppName=ABC Studio
AppVersion={#Version}
AppPublisher=The ABC Studio authors
DefaultDirName={autopf}\ABC Studio
DefaultGroupName=ABC Studio
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=abcstudio-{#Version}-setup
SetupIconFile=..\..\build\icons\abcstudio.ico
UninstallDisplayIcon={app}\abcstudio-window.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
RestartApplications=no
#ifdef Sign
SignTool=signtool
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "uk"; MessagesFile: "compiler:Languages\Ukrainian.isl"

[CustomMessages]
en.Associate=Open .abc files with ABC Studio
uk.Associate=Відкривати файли .abc у ABC Studio
en.Path=Make the command abcstudio known in terminals
uk.Path=Зробити команду abcstudio доступною в терміналі
en.Tunebook=ABC tunebook
uk.Tunebook=Збірка мелодій ABC

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "path"; Description: "{cm:Path}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not. The person's data lies elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\abcstudio\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\ABC Studio"; Filename: "{app}\abcstudio-window.exe"
Name: "{autodesktop}\ABC Studio"; Filename: "{app}\abcstudio-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.abc\OpenWithProgids"; ValueType: string; ValueName: "ABCStudio.Tunebook"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\ABCStudio.Tunebook"; ValueType: string; ValueData: "{cm:Tunebook}"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\ABCStudio.Tunebook\DefaultIcon"; ValueType: string; ValueData: "{app}\abcstudio-window.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\ABCStudio.Tunebook\shell\open\command"; ValueType: string; ValueData: """{app}\abcstudio-window.exe"" ""%1"""; Tasks: associate
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: IsNotOnPath; Tasks: path

[Run]
Filename: "{app}\abcstudio-window.exe"; Description: "{cm:LaunchProgram,ABC Studio}"; Flags: nowait postinstall skipifsilent

[Code]
function IsNotOnPath: Boolean;
var
  Known: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Known) then
    Known := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Known) + ';') = 0;
end;
