<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ApiKeysSection</name>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Programs and scripts sign in with a key instead of your password. Revoke a key that you do not need any more.</source>
        <translation>Programme und Skripte melden sich mit einem Schlüssel statt mit deinem Passwort an. Widerrufe, was du nicht mehr brauchst.</translation>
    </message>
    <message>
        <source>Copy the new key now. Nobody can show it again.</source>
        <translation>Kopiere den neuen Schlüssel jetzt. Niemand kann ihn noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <comment>name of a key</comment>
        <translation>%1 widerrufen</translation>
    </message>
    <message>
        <source>There are no keys yet.</source>
        <translation>Es gibt noch keine Schlüssel.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>Nichts blendet ein oder gleitet.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>In the desktop&apos;s panel, where there is one for it: messages go on coming. Ctrl+Q quits.</source>
        <translation>In der Leiste des Desktops, wo es eine gibt: Nachrichten kommen weiter an. Strg+Q beendet.</translation>
    </message>
    <message>
        <source>Start minimised</source>
        <translation>Minimiert starten</translation>
    </message>
    <message>
        <source>PlexiChat begins without showing its window.</source>
        <translation>PlexiChat beginnt, ohne sein Fenster zu zeigen.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>99+</source>
        <comment>more than 99</comment>
        <translation>99+</translation>
    </message>
</context>
<context>
    <name>BrowseChannelsDialog</name>
    <message>
        <source>Browse channels</source>
        <translation>Kanäle durchstöbern</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Kanal suchen</translation>
    </message>
    <message>
        <source>No channel of that name</source>
        <translation>Kein Kanal mit diesem Namen</translation>
    </message>
    <message>
        <source>You are in every public channel</source>
        <translation>Du bist schon in allen öffentlichen Kanälen</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Kanal anlegen</translation>
    </message>
</context>
<context>
    <name>BrowseRow</name>
    <message>
        <source>%1 · %2</source>
        <comment>number of members, topic</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>%1 beitreten</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>ChannelHeader</name>
    <message>
        <source>Channels, with unread messages</source>
        <translation>Kanäle, mit ungelesenen Nachrichten</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, then its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More about this channel</source>
        <translation>Mehr zu diesem Kanal</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Kanal verlassen</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Zu den Favoriten hinzufügen</translation>
    </message>
</context>
<context>
    <name>ChannelListFooter</name>
    <message>
        <source>Loading your channels…</source>
        <translation>Deine Kanäle werden geladen…</translation>
    </message>
    <message>
        <source>The channels could not be loaded.</source>
        <translation>Die Kanäle konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Kanäle durchstöbern</translation>
    </message>
</context>
<context>
    <name>ChannelListPane</name>
    <message>
        <source>Browse channels…</source>
        <translation>Kanäle durchstöbern…</translation>
    </message>
    <message>
        <source>Create a channel…</source>
        <translation>Kanal anlegen…</translation>
    </message>
    <message>
        <source>New direct message…</source>
        <translation>Neue Direktnachricht…</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Neue Direktnachricht</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Kanal oder Person nach dem Namen suchen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <comment>key</comment>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Channels and direct messages</source>
        <translation>Kanäle und Direktnachrichten</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>%1, direct message</source>
        <comment>for screen readers</comment>
        <translation>%1, Direktnachricht</translation>
    </message>
    <message>
        <source>%1, private channel</source>
        <comment>for screen readers</comment>
        <translation>%1, privater Kanal</translation>
    </message>
    <message>
        <source>%1, channel</source>
        <comment>for screen readers</comment>
        <translation>%1, Kanal</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n ungelesene Nachricht</numerusform>
            <numerusform>%n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Kanal verlassen</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Zu den Favoriten hinzufügen</translation>
    </message>
</context>
<context>
    <name>ChannelSection</name>
    <message>
        <source>Direct messages</source>
        <translation>Direktnachrichten</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Neue Direktnachricht</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Kanal anlegen</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Is it you, %1?</source>
        <comment>user name</comment>
        <translation>Bist du es, %1?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Without your phone, one of your recovery codes will do.</source>
        <translation>Ohne dein Telefon genügt einer deiner Wiederherstellungscodes.</translation>
    </message>
    <message>
        <source>Send a code to my phone</source>
        <translation>Einen Code an mein Telefon schicken</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write now, it is sent once you are back online</source>
        <translation>Schreib jetzt, gesendet wird, sobald du wieder online bist</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Message #%1</source>
        <translation>Nachricht in #%1</translation>
    </message>
    <message>
        <source>Editing your message</source>
        <translation>Du änderst deine Nachricht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Noch %n Zeichen</numerusform>
            <numerusform>Noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Reply in the thread</source>
        <translation>Im Thread antworten</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Mention somebody</source>
        <translation>Jemanden erwähnen</translation>
    </message>
    <message>
        <source>Replying to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
</context>
<context>
    <name>ComposerHints</name>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>saves</source>
        <translation>speichert</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>neue Zeile</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConnectStep</name>
    <message>
        <source>Welcome to PlexiChat</source>
        <translation>Willkommen bei PlexiChat</translation>
    </message>
    <message>
        <source>Connect to your team&apos;s server, or host one here.</source>
        <translation>Verbinde dich mit dem Server deines Teams oder betreibe hier einen.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>chat.example.org</source>
        <comment>an example of a server&apos;s address</comment>
        <translation>chat.example.org</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>On this computer before</source>
        <translation>Bisher auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>server address, user name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Host a workspace on this computer</source>
        <translation>Arbeitsbereich auf diesem Computer betreiben</translation>
    </message>
    <message>
        <source>For a team, a family or a trial</source>
        <translation>Für ein Team, eine Familie oder zum Ausprobieren</translation>
    </message>
    <message>
        <source>Back to the workspace</source>
        <translation>Zurück zum Arbeitsbereich</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Loading your workspace…</source>
        <translation>Dein Arbeitsbereich wird geladen…</translation>
    </message>
    <message>
        <source>The workspace could not be loaded</source>
        <translation>Der Arbeitsbereich konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Pick a conversation</source>
        <translation>Wähle eine Unterhaltung</translation>
    </message>
    <message>
        <source>Choose a channel or a person on the left, or see which channels there are.</source>
        <translation>Wähle links einen Kanal oder eine Person, oder sieh nach, welche Kanäle es gibt.</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Kanäle durchstöbern</translation>
    </message>
</context>
<context>
    <name>CreateChannelDialog</name>
    <message>
        <source>Create a channel</source>
        <translation>Kanal anlegen</translation>
    </message>
    <message>
        <source>A place for one subject, team or project.</source>
        <translation>Ein Ort für ein Thema, ein Team oder ein Projekt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>release-planning</source>
        <comment>an example of a channel&apos;s name</comment>
        <translation>release-planung</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Thema (freiwillig)</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Only people who are invited can find and read it.</source>
        <translation>Nur Eingeladene können ihn finden und lesen.</translation>
    </message>
    <message>
        <source>Everybody in the workspace can find and join it.</source>
        <translation>Alle im Arbeitsbereich können ihn finden und beitreten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
</context>
<context>
    <name>DayMenu</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Vor einer Woche</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Vor einem Monat</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Vor einem Jahr</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>About this conversation</source>
        <translation>Über diese Unterhaltung</translation>
    </message>
    <message>
        <source>About this channel</source>
        <translation>Über diesen Kanal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Who owns the channel can change these.</source>
        <translation>Wem der Kanal gehört, kann beides ändern.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Jede Nachricht</translation>
    </message>
    <message>
        <source>You hear of everything that is written.</source>
        <translation>Du erfährst von allem, was geschrieben wird.</translation>
    </message>
    <message>
        <source>Mentions only</source>
        <translation>Nur Erwähnungen</translation>
    </message>
    <message>
        <source>You hear when somebody names you.</source>
        <translation>Du erfährst es, wenn dich jemand erwähnt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>It stays quiet. What is unread still shows in the list.</source>
        <translation>Es bleibt still. Was ungelesen ist, steht trotzdem in der Liste.</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Kanal verlassen</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>file</comment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <comment>file</comment>
        <translation>%1 in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Stop saving %1</source>
        <comment>file</comment>
        <translation>Speichern von %1 abbrechen</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <comment>file</comment>
        <translation>%1 aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Saved files</source>
        <translation>Gespeicherte Dateien</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add to the thread</source>
        <translation>Ablegen, um es zum Thread hinzuzufügen</translation>
    </message>
    <message>
        <source>Drop to send to %1</source>
        <translation>Ablegen, um es %1 zu senden</translation>
    </message>
    <message>
        <source>Drop to add to #%1</source>
        <translation>Ablegen, um es zu #%1 hinzuzufügen</translation>
    </message>
    <message>
        <source>Nothing is sent before you press Enter.</source>
        <translation>Gesendet wird erst, wenn du die Eingabetaste drückst.</translation>
    </message>
    <message>
        <source>%1. Nothing is sent before you press Enter.</source>
        <comment>files and their size</comment>
        <translation>%1. Nichts wird gesendet, bevor du die Eingabetaste drückst.</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Ins Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>EditedMark</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
</context>
<context>
    <name>EmojiPane</name>
    <message>
        <source>Find an emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>No emoji is called so.</source>
        <translation>So heißt kein Emoji.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The user name or the password is wrong. Check both and try again.</source>
        <translation>Benutzername oder Passwort stimmen nicht. Prüfe beide und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Deine Sitzung ist beendet. Melde dich neu an.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask an administrator of the workspace.</source>
        <translation>Das darfst du nicht. Frage jemanden, der den Arbeitsbereich verwaltet.</translation>
    </message>
    <message>
        <source>Please sign in again before you do this.</source>
        <translation>Melde dich bitte vorher neu an.</translation>
    </message>
    <message>
        <source>This does not exist any more, or you may not see it.</source>
        <translation>Das gibt es nicht mehr, oder du darfst es nicht sehen.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Dieser Name ist vergeben. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Das ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>The server does not accept this.</source>
        <translation>Der Server nimmt das nicht an.</translation>
    </message>
    <message>
        <source>The server does not accept this: %1.</source>
        <translation>Der Server nimmt das nicht an: %1.</translation>
    </message>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>Das war zu oft. Versuche es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Das war zu oft. Versuche es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>Das war zu oft. Versuche es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Try again in a while.</source>
        <translation>Der Server hat selbst ein Problem. Versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>The server does not understand this version of PlexiChat.</source>
        <translation>Der Server versteht diese Version von PlexiChat nicht.</translation>
    </message>
    <message>
        <source>The server did not answer. Check that it is running and that you are online.</source>
        <translation>Der Server hat nicht geantwortet. Prüfe, ob er läuft und ob du online bist.</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address and that you are online.</source>
        <translation>Es gibt keinen Server dieses Namens. Prüfe die Adresse und ob du online bist.</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>Der Server hat zu lange gebraucht. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>A secure connection could not be made. Ask who runs the server about its certificate.</source>
        <translation>Eine sichere Verbindung kam nicht zustande. Frage, wer den Server betreibt, nach dessen Zertifikat.</translation>
    </message>
    <message>
        <source>There is no PlexiChat server at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen PlexiChat-Server.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This account asks for a code as well as the password.</source>
        <translation>Dieses Konto verlangt außer dem Passwort einen Code.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>is being checked for viruses</source>
        <translation>wird auf Viren geprüft</translation>
    </message>
    <message>
        <source>no virus found</source>
        <translation>kein Virus gefunden</translation>
    </message>
    <message>
        <source>a virus was found in it</source>
        <translation>enthält einen Virus</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, from %2, %3</source>
        <comment>file, person, kind and size</comment>
        <translation>%1, von %2, %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, kind and size</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>FileTile</name>
    <message>
        <source>File %1, %2</source>
        <comment>name, kind and size</comment>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>%1 in den Downloads speichern</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Loading the files…</source>
        <translation>Die Dateien werden geladen …</translation>
    </message>
    <message>
        <source>No files here yet</source>
        <translation>Hier gibt es noch keine Dateien</translation>
    </message>
    <message>
        <source>Drop one onto the window, or attach it to a message.</source>
        <translation>Leg eine auf dem Fenster ab oder häng sie an eine Nachricht an.</translation>
    </message>
    <message>
        <source>The files could not be loaded</source>
        <translation>Die Dateien konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>%1, remove</source>
        <comment>filter of a search</comment>
        <translation>%1, entfernen</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>HostStep</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Host a workspace here</source>
        <translation>Hier einen Arbeitsbereich betreiben</translation>
    </message>
    <message>
        <source>The server is part of this app. Your data stays on this computer.</source>
        <translation>Der Server gehört zu dieser App. Deine Daten bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Workspace name</source>
        <translation>Name des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Our team</source>
        <translation>Unser Team</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>You sign in with it, and it protects the workspace: choose a long one.</source>
        <translation>Damit meldest du dich an, und es schützt den Arbeitsbereich: Wähle ein langes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
</context>
<context>
    <name>IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>action, then its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>JoinBar</name>
    <message>
        <source>You are looking at #%1. Join to write here.</source>
        <translation>Du siehst dir #%1 an. Tritt bei, um hier zu schreiben.</translation>
    </message>
    <message>
        <source>Join channel</source>
        <translation>Kanal beitreten</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Zum Neuesten, %n neue</numerusform>
            <numerusform>Zum Neuesten, %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten</translation>
    </message>
</context>
<context>
    <name>KeepNote</name>
    <message>
        <source>Your sign-in is forgotten when PlexiChat is closed.</source>
        <translation>Deine Anmeldung wird vergessen, wenn PlexiChat geschlossen wird.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in this system&apos;s keychain.</source>
        <translation>Deine Anmeldung bleibt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in a file only you can read.</source>
        <translation>Deine Anmeldung bleibt in einer Datei, die nur du lesen kannst.</translation>
    </message>
    <message>
        <source>Choose above where your sign-in is kept.</source>
        <translation>Wähle oben, wo deine Anmeldung bleibt.</translation>
    </message>
</context>
<context>
    <name>KeepSignedIn</name>
    <message>
        <source>Keep me signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>This system has no keychain that PlexiChat can use. Where should your sign-in be kept?</source>
        <translation>Dieses System hat keinen Schlüsselbund, den PlexiChat nutzen kann. Wo soll deine Anmeldung bleiben?</translation>
    </message>
    <message>
        <source>In a file only you can read</source>
        <translation>In einer Datei, die nur du lesen kannst</translation>
    </message>
    <message>
        <source>Programs that run under your account can read it too.</source>
        <translation>Programme, die unter deinem Konto laufen, können sie auch lesen.</translation>
    </message>
    <message>
        <source>Only until PlexiChat is closed</source>
        <translation>Nur bis PlexiChat geschlossen wird</translation>
    </message>
    <message>
        <source>You sign in again the next time.</source>
        <translation>Beim nächsten Mal meldest du dich neu an.</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Check spelling while you write</source>
        <translation>Rechtschreibung beim Schreiben prüfen</translation>
    </message>
    <message>
        <source>With the dictionary %1.</source>
        <translation>Mit dem Wörterbuch %1.</translation>
    </message>
    <message>
        <source>This computer has no dictionary for this language. PlexiChat takes those of Hunspell.</source>
        <translation>Auf diesem Computer ist kein Wörterbuch für diese Sprache. PlexiChat nimmt die von Hunspell.</translation>
    </message>
    <message>
        <source>In the language of the app.</source>
        <translation>In der Sprache der App.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 · %2 – PlexiChat</source>
        <comment>channel, workspace</comment>
        <translation>%1 · %2 – PlexiChat</translation>
    </message>
    <message>
        <source>PlexiChat</source>
        <translation>PlexiChat</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Loading the members…</source>
        <translation>Die Mitglieder werden geladen…</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1, %2: deleted message</source>
        <comment>author, time</comment>
        <translation>%1, %2: gelöschte Nachricht</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
</context>
<context>
    <name>NewApiKeyDialog</name>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>A program that has it acts in your name.</source>
        <translation>Ein Programm, das ihn hat, handelt in deinem Namen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What uses it, so that you know it again.</source>
        <translation>Was ihn benutzt, damit du ihn wiedererkennst.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>It sees what you see, and changes nothing.</source>
        <translation>Er sieht, was du siehst, und ändert nichts.</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>It can send, edit and delete as you can.</source>
        <translation>Er kann senden, bearbeiten und löschen wie du.</translation>
    </message>
    <message>
        <source>Administer</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Everything an administrator can do, if you are one.</source>
        <translation>Alles, was die Verwaltung kann, wenn du dazugehörst.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Your password, to be sure that it is you</source>
        <translation>Dein Passwort, damit sicher ist, dass du es bist</translation>
    </message>
</context>
<context>
    <name>NewLine</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>New</source>
        <comment>above the first unread message</comment>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>NewMessageDialog</name>
    <message>
        <source>New direct message</source>
        <translation>Neue Direktnachricht</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Niemand mit diesem Namen</translation>
    </message>
    <message>
        <source>Check the spelling, or ask an admin to invite them.</source>
        <translation>Prüfe die Schreibweise, oder bitte jemanden aus der Verwaltung um eine Einladung.</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Name oder Benutzername</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen zeigen</translation>
    </message>
    <message>
        <source>For direct messages and mentions, and for whatever a channel is set to. Never for what you are looking at, and none while you do not want to be disturbed.</source>
        <translation>Für Direktnachrichten und Erwähnungen und so, wie es beim Kanal eingestellt ist. Nie für das, was du gerade ansiehst, und keine, solange du nicht gestört werden willst.</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Zeigen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Otherwise only who wrote, and where.</source>
        <translation>Sonst nur, wer geschrieben hat und wo.</translation>
    </message>
</context>
<context>
    <name>OwnButton</name>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Your other devices are signed out.</source>
        <translation>Deine anderen Geräte werden abgemeldet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>At least 8 characters. Long and easy to remember beats short and odd.</source>
        <translation>Mindestens 8 Zeichen. Lang und leicht zu merken schlägt kurz und sonderbar.</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>Das ist nicht dasselbe.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name or username</source>
        <translation>Name oder Benutzername</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Niemand mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>nicht stören</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture %1, %2</source>
        <comment>name, kind and size</comment>
        <translation>Bild %1, %2</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture cannot be shown now.</source>
        <translation>Dieses Bild kann gerade nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>file, kind and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>%1 in den Downloads speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>PinsPanel</name>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Loading the pinned messages…</source>
        <translation>Angeheftete Nachrichten werden geladen …</translation>
    </message>
    <message>
        <source>Nothing is pinned here</source>
        <translation>Hier ist nichts angeheftet</translation>
    </message>
    <message>
        <source>Pin a message from its menu, so that everybody finds it again.</source>
        <translation>Hefte eine Nachricht aus ihrem Menü an, damit alle sie wiederfinden.</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>Die angehefteten Nachrichten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>As everybody in this workspace sees it.</source>
        <translation>So sehen ihn alle in diesem Workspace.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>By this you sign in and are mentioned.</source>
        <translation>Damit meldest du dich an und wirst erwähnt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>Change picture…</source>
        <translation>Bild ändern …</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bild entfernen</translation>
    </message>
</context>
<context>
    <name>ProveDialog</name>
    <message>
        <source>Is it you?</source>
        <translation>Bist du es?</translation>
    </message>
    <message>
        <source>Turn two-factor sign-in off?</source>
        <translation>Anmeldung mit zweitem Faktor ausschalten?</translation>
    </message>
    <message>
        <source>Enter your password to set up two-factor sign-in.</source>
        <translation>Gib dein Passwort ein, um den zweiten Faktor einzurichten.</translation>
    </message>
    <message>
        <source>Your password alone will sign you in then.</source>
        <translation>Dann genügt dein Passwort allein.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>QuickSwitcher</name>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Kanal oder Person nach dem Namen suchen</translation>
    </message>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Zu einem Kanal oder einer Person gehen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Channels and people</source>
        <translation>Kanäle und Personen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>No channel and nobody of that name</source>
        <translation>Kein Kanal und niemand mit diesem Namen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
</context>
<context>
    <name>QuoteLine</name>
    <message>
        <source>In reply to %1: %2</source>
        <translation>Antwort an %1: %2</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>RailTile</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Ungelesene Nachrichten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>workspace, user name</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>address, what is unread</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <comment>user name, workspace, address</comment>
        <translation>%1 bei %2, %3</translation>
    </message>
</context>
<context>
    <name>ReactionRow</name>
    <message numerus="yes">
        <source>%1, %n reaction(s): %2</source>
        <comment>emoji, who</comment>
        <translation>
            <numerusform>%1, %n Reaktion: %2</numerusform>
            <numerusform>%1, %n Reaktionen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a reaction</source>
        <translation>Reaktion hinzufügen</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Message actions</source>
        <translation>Aktionen der Nachricht</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reply in a thread</source>
        <translation>In einem Thread antworten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>This conversation</source>
        <translation>Diese Unterhaltung</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In…</source>
        <comment>filter of a search: channel</comment>
        <translation>In …</translation>
    </message>
    <message>
        <source>From…</source>
        <comment>filter of a search: person</comment>
        <translation>Von …</translation>
    </message>
    <message>
        <source>Has a file</source>
        <translation>Mit Datei</translation>
    </message>
    <message>
        <source>Has a link</source>
        <translation>Mit Link</translation>
    </message>
    <message>
        <source>Since…</source>
        <comment>filter of a search: day</comment>
        <translation>Seit …</translation>
    </message>
    <message>
        <source>Until…</source>
        <comment>filter of a search: day</comment>
        <translation>Bis …</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Words in messages</source>
        <translation>Wörter in Nachrichten</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>No message has these words</source>
        <translation>Keine Nachricht hat diese Wörter</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>Eine Nachricht finden</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one.</source>
        <translation>Versuche es mit weniger Wörtern oder mit einem Wortanfang.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>No message fits</source>
        <translation>Keine Nachricht passt</translation>
    </message>
    <message>
        <source>The last word may be the beginning of one. Filters can be typed too: from:ann, has:file, before:2025-01-31.</source>
        <translation>Das letzte Wort kann ein Wortanfang sein. Filter lassen sich auch tippen: from:ann, has:file, before:2025-01-31.</translation>
    </message>
    <message>
        <source>Try fewer words, or take a filter away.</source>
        <translation>Versuche es mit weniger Wörtern oder ohne einen der Filter.</translation>
    </message>
</context>
<context>
    <name>SecuritySection</name>
    <message>
        <source>Password and security</source>
        <translation>Passwort und Sicherheit</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>A change signs your other devices out.</source>
        <translation>Eine Änderung meldet deine anderen Geräte ab.</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Sign out all others</source>
        <translation>Alle anderen abmelden</translation>
    </message>
    <message>
        <source>%1 (this device)</source>
        <translation>%1 (dieses Gerät)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>SendStatus</name>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>ServerHead</name>
    <message>
        <source>Private connection, version %1</source>
        <translation>Private Verbindung, Version %1</translation>
    </message>
    <message>
        <source>Not encrypted, version %1</source>
        <translation>Nicht verschlüsselt, Version %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Password and security</source>
        <translation>Passwort und Sicherheit</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Zu einem Kanal oder einer Person</translation>
    </message>
    <message>
        <source>Next unread channel</source>
        <translation>Nächster ungelesener Kanal</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>In der Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Deine letzte Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>To the messages, from the composer</source>
        <translation>Vom Eingabefeld zu den Nachrichten</translation>
    </message>
    <message>
        <source>On a message: react</source>
        <translation>Auf einer Nachricht: reagieren</translation>
    </message>
    <message>
        <source>On a message: reply</source>
        <translation>Auf einer Nachricht: antworten</translation>
    </message>
    <message>
        <source>On a message: thread</source>
        <translation>Auf einer Nachricht: Thread</translation>
    </message>
    <message>
        <source>On a message: pin</source>
        <translation>Auf einer Nachricht: anheften</translation>
    </message>
    <message>
        <source>On a message: edit</source>
        <translation>Auf einer Nachricht: bearbeiten</translation>
    </message>
    <message>
        <source>On a message: copy</source>
        <translation>Auf einer Nachricht: kopieren</translation>
    </message>
    <message>
        <source>On a message: delete</source>
        <translation>Auf einer Nachricht: löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Go to an account</source>
        <translation>Zu einem Konto</translation>
    </message>
    <message>
        <source>1…9</source>
        <comment>keys</comment>
        <translation>1…9</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Add the conversation to favourites, or remove it</source>
        <translation>Die Unterhaltung zu den Favoriten hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>On a message: copy link</source>
        <translation>Auf einer Nachricht: Link kopieren</translation>
    </message>
</context>
<context>
    <name>SignInStep</name>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Username or email</source>
        <translation>Benutzername oder E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>I am new here: make an account</source>
        <translation>Ich bin neu hier: Konto anlegen</translation>
    </message>
</context>
<context>
    <name>SignUpStep</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Invite code</source>
        <translation>Einladungscode</translation>
    </message>
    <message>
        <source>From whoever invited you.</source>
        <translation>Von der Person, die dich eingeladen hat.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>A long one: you sign in with it.</source>
        <translation>Ein langes: Damit meldest du dich an.</translation>
    </message>
    <message>
        <source>Making your account…</source>
        <translation>Konto wird angelegt …</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Konto anlegen</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Resize</source>
        <translation>Breite ändern</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What this account keeps on this computer is encrypted. It opens at once and can be read without a connection.</source>
        <translation>Was dieses Konto auf diesem Computer aufbewahrt, ist verschlüsselt. Es öffnet sich sofort und lässt sich ohne Verbindung lesen.</translation>
    </message>
    <message>
        <source>Messages, channels and people</source>
        <translation>Nachrichten, Kanäle und Personen</translation>
    </message>
    <message>
        <source>They are fetched again where you look at them. Your drafts, and what waits to be sent, stay.</source>
        <translation>Sie werden neu geholt, wo du sie ansiehst. Deine Entwürfe und was noch gesendet wird, bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the messages kept here</source>
        <translation>Die hier aufbewahrten Nachrichten leeren</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Of people and of files. The oldest go by themselves.</source>
        <translation>Von Personen und von Dateien. Die ältesten gehen von selbst.</translation>
    </message>
    <message>
        <source>Clear the pictures kept here</source>
        <translation>Die hier aufbewahrten Bilder leeren</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>Nowhere for long: it goes when PlexiChat ends, since you did not want to stay signed in or this computer has no place for the key.</source>
        <translation>Nirgends auf Dauer: Es geht, wenn PlexiChat endet, da du nicht angemeldet bleiben wolltest oder dieser Computer keinen Ort für den Schlüssel hat.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>SwitcherRow</name>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadSummary</name>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Nachrichten werden geladen…</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>Die Nachrichten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>It disappears for everybody in the channel. This cannot be undone.</source>
        <translation>Sie verschwindet für alle im Kanal. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>TimelineStart</name>
    <message>
        <source>Welcome to #%1</source>
        <translation>Willkommen in #%1</translation>
    </message>
    <message>
        <source>This is the beginning of your conversation with %1.</source>
        <translation>Hier beginnt deine Unterhaltung mit %1.</translation>
    </message>
    <message>
        <source>This is the beginning of the channel. Say hello.</source>
        <translation>Hier beginnt der Kanal. Sag Hallo.</translation>
    </message>
    <message>
        <source>Older messages could not be loaded.</source>
        <translation>Ältere Nachrichten konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>TransferCard</name>
    <message>
        <source>%1, %2</source>
        <comment>file, how far it is</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TwoFactorCard</name>
    <message>
        <source>Two-factor sign-in</source>
        <translation>Anmeldung mit zweitem Faktor</translation>
    </message>
    <message numerus="yes">
        <source>On: a code from your phone as well as the password. %n recovery code(s) left.</source>
        <translation>
            <numerusform>An: ein Code von deinem Telefon und das Passwort. %n Wiederherstellungscode übrig.</numerusform>
            <numerusform>An: ein Code von deinem Telefon und das Passwort. %n Wiederherstellungscodes übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code from your phone as well as the password.</source>
        <translation>Ein Code von deinem Telefon und das Passwort.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten …</translation>
    </message>
    <message>
        <source>QR code for an authenticator app</source>
        <translation>QR-Code für eine Authentifizierungs-App</translation>
    </message>
    <message>
        <source>1. Scan this with an authenticator app</source>
        <translation>1. Scanne dies mit einer Authentifizierungs-App</translation>
    </message>
    <message>
        <source>Any app that makes six-digit codes will do.</source>
        <translation>Jede App, die sechsstellige Codes erzeugt, ist recht.</translation>
    </message>
    <message>
        <source>2. Or type this key into it</source>
        <translation>2. Oder gib diesen Schlüssel ein</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>3. Type the code that it shows</source>
        <translation>3. Gib den Code ein, den sie zeigt</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep these recovery codes somewhere safe. Each signs you in once, should you lose your phone. They are not shown again.</source>
        <translation>Bewahre diese Wiederherstellungscodes sicher auf. Jeder meldet dich einmal an, falls du dein Telefon verlierst. Sie werden nicht wieder gezeigt.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
</context>
<context>
    <name>UploadCard</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>UserMenu</name>
    <message>
        <source>%1 (@%2)</source>
        <comment>name, user name</comment>
        <translation>%1 (@%2)</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit PlexiChat</source>
        <translation>PlexiChat beenden</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Signing you in…</source>
        <translation>Du wirst angemeldet…</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>Nächster Versuch in %n s.</numerusform>
            <numerusform>Nächster Versuch in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Width of the channel list</source>
        <translation>Breite der Kanalliste</translation>
    </message>
    <message>
        <source>Width of the right panel</source>
        <translation>Breite des rechten Bereichs</translation>
    </message>
</context>
<context>
    <name>plexi::app::AccountSettings</name>
    <message>
        <source>The current password is wrong.</source>
        <translation>Das jetzige Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This code does not fit. Wait for the next one and try again.</source>
        <translation>Dieser Code passt nicht. Warte auf den nächsten und versuche es erneut.</translation>
    </message>
    <message>
        <source>This file is no picture that PlexiChat can read.</source>
        <translation>Diese Datei ist kein Bild, das PlexiChat lesen kann.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeys</name>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Only administrators can make a key that administers.</source>
        <translation>Nur die Verwaltung kann einen Schlüssel anlegen, der verwaltet.</translation>
    </message>
    <message>
        <source>You have too many keys. Revoke one first.</source>
        <translation>Du hast zu viele Schlüssel. Widerrufe zuerst einen.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeysModel</name>
    <message>
        <source>May administer</source>
        <translation>Darf verwalten</translation>
    </message>
    <message>
        <source>May read and write</source>
        <translation>Darf lesen und schreiben</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Darf lesen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>day</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>last used on %1</source>
        <comment>day</comment>
        <translation>zuletzt benutzt am %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>what a key may do, until when, last use</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>plexi::app::Application</name>
    <message>
        <source>%1 · %2</source>
        <comment>who and where, workspace</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 was signed out of %2. Add the account again to go on there.</source>
        <comment>user name, workspace</comment>
        <translation>%1 wurde bei %2 abgemeldet. Füge das Konto wieder hinzu, um dort weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>plexi::app::CompletionModel</name>
    <message>
        <source>Everybody in the channel</source>
        <translation>Alle im Kanal</translation>
    </message>
    <message>
        <source>Everybody who is online</source>
        <translation>Alle, die online sind</translation>
    </message>
</context>
<context>
    <name>plexi::app::DevicesModel</name>
    <message>
        <source>Unknown program</source>
        <translation>Unbekanntes Programm</translation>
    </message>
    <message>
        <source>active now</source>
        <translation>jetzt aktiv</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::Downloads</name>
    <message>
        <source>Saved, %1</source>
        <comment>size of a file</comment>
        <translation>Gespeichert, %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>size of a file</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2/s</source>
        <comment>how much of a file, speed</comment>
        <translation>%1, %2/s</translation>
    </message>
</context>
<context>
    <name>plexi::app::FileListModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::HostStepsModel</name>
    <message>
        <source>Preparing the storage</source>
        <translation>Speicher wird vorbereitet</translation>
    </message>
    <message>
        <source>Creating your account</source>
        <translation>Dein Konto wird angelegt</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Server wird gestartet</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
</context>
<context>
    <name>plexi::app::LocalServer</name>
    <message>
        <source>The server program is missing. Install PlexiChat again.</source>
        <translation>Das Serverprogramm fehlt. Installiere PlexiChat neu.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Es meldet: %1</translation>
    </message>
    <message>
        <source>The server program does not start.</source>
        <translation>Das Serverprogramm startet nicht.</translation>
    </message>
    <message>
        <source>Your account could not be made.</source>
        <translation>Dein Konto konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The server was stopped.</source>
        <translation>Der Server wurde beendet.</translation>
    </message>
    <message>
        <source>The server does not start.</source>
        <translation>Der Server startet nicht.</translation>
    </message>
</context>
<context>
    <name>plexi::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>plexi::app::Outbox</name>
    <message>
        <source>Sending the files, %1 %</source>
        <comment>percentage</comment>
        <translation>Die Dateien werden gesendet, %1 %</translation>
    </message>
</context>
<context>
    <name>plexi::app::SearchFilters</name>
    <message>
        <source>From %1</source>
        <comment>person</comment>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>In #%1</source>
        <translation>In #%1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>day</comment>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>day</comment>
        <translation>Bis %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::Session</name>
    <message numerus="yes">
        <source>Connecting… %n message(s) will be sent.</source>
        <translation>
            <numerusform>Wird verbunden… %n Nachricht wird gesendet.</numerusform>
            <numerusform>Wird verbunden… %n Nachrichten werden gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1…</translation>
    </message>
    <message numerus="yes">
        <source>No connection. %n message(s) will be sent when it is back.</source>
        <translation>
            <numerusform>Keine Verbindung. %n Nachricht wird gesendet, wenn sie wieder da ist.</numerusform>
            <numerusform>Keine Verbindung. %n Nachrichten werden gesendet, wenn sie wieder da ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection. You can go on reading and writing.</source>
        <translation>Keine Verbindung. Du kannst weiter lesen und schreiben.</translation>
    </message>
    <message>
        <source>A message can have at most %L1 characters. Split this one.</source>
        <translation>Eine Nachricht darf höchstens %L1 Zeichen haben. Teile diese auf.</translation>
    </message>
    <message>
        <source>The message was not changed. %1</source>
        <translation>Die Nachricht wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>The message was not deleted. %1</source>
        <translation>Die Nachricht wurde nicht gelöscht. %1</translation>
    </message>
    <message>
        <source>You are still in the channel. %1</source>
        <translation>Du bist noch im Kanal. %1</translation>
    </message>
    <message>
        <source>The reaction was not changed. %1</source>
        <translation>Die Reaktion wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>The pin was not changed. %1</source>
        <translation>Die Anheftung wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>%1 in #%2</source>
        <comment>person, channel</comment>
        <translation>%1 in #%2</translation>
    </message>
    <message>
        <source>The message could not be loaded. %1</source>
        <translation>Die Nachricht konnte nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <comment>date and time</comment>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>The notifications were not changed. %1</source>
        <translation>Die Benachrichtigungen wurden nicht geändert. %1</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <comment>person, day</comment>
        <translation>Angelegt von %1 am %2</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <comment>day</comment>
        <translation>Angelegt am %1</translation>
    </message>
    <message>
        <source>The link to the message is in the clipboard.</source>
        <translation>Der Link zur Nachricht ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>plexi::app::SignUpErrors</name>
    <message>
        <source>Somebody has this name. Choose another one.</source>
        <translation>Diesen Namen hat schon jemand. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>Choose 2 to 32 of the letters a to z, figures, dots, hyphens and underscores.</source>
        <translation>Wähle 2 bis 32 Zeichen: Buchstaben von a bis z, Ziffern, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>There is an account with this address. Sign in with it, or use another address.</source>
        <translation>Mit dieser Adresse gibt es schon ein Konto. Melde dich damit an oder nimm eine andere Adresse.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Write it like ann@example.org.</source>
        <translation>Das ist keine E-Mail-Adresse. Schreibe sie wie ann@example.org.</translation>
    </message>
    <message>
        <source>A name has at most 80 characters.</source>
        <translation>Ein Name hat höchstens 80 Zeichen.</translation>
    </message>
    <message>
        <source>Choose another one: long, not a common one, and neither your name nor your address.</source>
        <translation>Wähle ein anderes: lang, nicht geläufig und weder dein Name noch deine Adresse.</translation>
    </message>
    <message>
        <source>This server needs an invite code. Ask somebody who is there for one.</source>
        <translation>Dieser Server verlangt einen Einladungscode. Bitte jemanden, der dort ist, darum.</translation>
    </message>
    <message>
        <source>This code is not right, or is used up. Ask for a new one.</source>
        <translation>Dieser Code stimmt nicht oder ist verbraucht. Bitte um einen neuen.</translation>
    </message>
    <message>
        <source>Nobody can make an account here by themselves. Ask an administrator of the workspace for one.</source>
        <translation>Hier kann sich niemand selbst ein Konto anlegen. Bitte jemanden aus der Verwaltung des Arbeitsbereichs darum.</translation>
    </message>
</context>
<context>
    <name>plexi::app::SwitcherModel</name>
    <message>
        <source>not joined yet</source>
        <translation>noch nicht beigetreten</translation>
    </message>
</context>
<context>
    <name>plexi::app::TimelineModel</name>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Waiting for the connection, number %1 in the queue</source>
        <translation>Wartet auf die Verbindung, Nummer %1 in der Reihe</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Deleted message</source>
        <translation>Gelöschte Nachricht</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Eine frühere Nachricht</translation>
    </message>
    <message>
        <source>last today at %1</source>
        <translation>zuletzt heute um %1</translation>
    </message>
    <message>
        <source>last yesterday at %1</source>
        <translation>zuletzt gestern um %1</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>zuletzt am %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weitere Person</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Tray</name>
    <message numerus="yes">
        <source>%n message(s) for you</source>
        <translation>
            <numerusform>%n Nachricht für dich</numerusform>
            <numerusform>%n Nachrichten für dich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Typing</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 schreibt…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 und %2 schreiben…</translation>
    </message>
    <message>
        <source>Several people are typing…</source>
        <translation>Mehrere Personen schreiben…</translation>
    </message>
</context>
<context>
    <name>plexi::app::UploadListModel</name>
    <message>
        <source>Waiting, %1</source>
        <translation>Wartet, %1</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <comment>percentage</comment>
        <translation>Angehalten bei %1 %</translation>
    </message>
    <message>
        <source>Ready, %1</source>
        <translation>Bereit, %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <comment>percentage, size</comment>
        <translation>%1 % von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 %, %2/s, %n s left</source>
        <comment>percentage, size</comment>
        <translation>
            <numerusform>%1 %, %2/s, noch %n s</numerusform>
            <numerusform>%1 %, %2/s, noch %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Uploads</name>
    <message>
        <source>“%1” is a folder. Attach its files, or an archive of it.</source>
        <translation>„%1“ ist ein Ordner. Häng seine Dateien oder ein Archiv davon an.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>A message can carry %n file(s).</source>
        <translation>
            <numerusform>Eine Nachricht kann %n Datei enthalten.</numerusform>
            <numerusform>Eine Nachricht kann %n Dateien enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was changed or is not there any more.</source>
        <translation>„%1“ wurde geändert oder ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>plexi::app::WelcomeController</name>
    <message>
        <source>This is no address of a server. Write it like chat.example.org or localhost:8000.</source>
        <translation>Das ist keine Adresse eines Servers. Schreibe sie so: chat.example.org oder localhost:8000.</translation>
    </message>
    <message>
        <source>Enter your user name and your password.</source>
        <translation>Gib deinen Benutzernamen und dein Passwort ein.</translation>
    </message>
    <message>
        <source>Fill in the workspace&apos;s name, your user name and a password.</source>
        <translation>Gib den Namen des Arbeitsbereichs, deinen Benutzernamen und ein Passwort an.</translation>
    </message>
    <message>
        <source>This code does not fit, or was used already. Wait for the next one.</source>
        <translation>Dieser Code passt nicht oder wurde schon verwendet. Warte auf den nächsten.</translation>
    </message>
    <message>
        <source>Enter the code that was sent to your phone.</source>
        <translation>Gib den Code ein, der an dein Telefon geschickt wurde.</translation>
    </message>
    <message>
        <source>Enter the six-digit code that your authenticator app shows.</source>
        <translation>Gib den sechsstelligen Code ein, den deine Authentifizierungs-App zeigt.</translation>
    </message>
    <message>
        <source>Enter one of your recovery codes.</source>
        <translation>Gib einen deiner Wiederherstellungscodes ein.</translation>
    </message>
    <message>
        <source>It took too long, or too many codes were wrong. Enter your password again.</source>
        <translation>Es hat zu lange gedauert, oder zu viele Codes waren falsch. Gib dein Passwort noch einmal ein.</translation>
    </message>
    <message>
        <source>This is none of your recovery codes, or it was used already. Check it, or take another one.</source>
        <translation>Das ist keiner deiner Wiederherstellungscodes, oder er wurde schon verwendet. Prüfe ihn oder nimm einen anderen.</translation>
    </message>
    <message>
        <source>This code does not fit, or is too old. Check it, or have another one sent.</source>
        <translation>Dieser Code passt nicht oder ist zu alt. Prüfe ihn oder lass dir einen neuen schicken.</translation>
    </message>
</context>
</TS>
