<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
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
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
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
    <name>EditedMark</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The user name or the password is wrong. Check both and try again.</source>
        <translation>Benutzername oder Passwort stimmen nicht. Prüfe beide und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>This account asks for a second factor, which this version cannot enter yet.</source>
        <translation>Dieses Konto verlangt einen zweiten Faktor, den diese Version noch nicht eingeben kann.</translation>
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
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>%1, %2</source>
        <comment>workspace, address</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
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
    <name>SignInStep</name>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Private connection, version %1</source>
        <translation>Private Verbindung, Version %1</translation>
    </message>
    <message>
        <source>Not encrypted, version %1</source>
        <translation>Nicht verschlüsselt, Version %1</translation>
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
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
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
    <name>SplitHandle</name>
    <message>
        <source>Resize</source>
        <translation>Breite ändern</translation>
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
        <source>Sign out</source>
        <translation>Abmelden</translation>
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
</context>
</TS>
