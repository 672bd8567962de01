<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
        <translation>Browse channels</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Find a channel</translation>
    </message>
    <message>
        <source>No channel of that name</source>
        <translation>No channel of that name</translation>
    </message>
    <message>
        <source>You are in every public channel</source>
        <translation>You are in every public channel</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Create a channel</translation>
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
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Join %1</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>ChannelHeader</name>
    <message>
        <source>Channels, with unread messages</source>
        <translation>Channels, with unread messages</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, then its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More about this channel</source>
        <translation>More about this channel</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Leave channel</translation>
    </message>
</context>
<context>
    <name>ChannelListFooter</name>
    <message>
        <source>Loading your channels…</source>
        <translation>Loading your channels…</translation>
    </message>
    <message>
        <source>The channels could not be loaded.</source>
        <translation>The channels could not be loaded.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Browse channels</translation>
    </message>
</context>
<context>
    <name>ChannelListPane</name>
    <message>
        <source>Browse channels…</source>
        <translation>Browse channels…</translation>
    </message>
    <message>
        <source>Create a channel…</source>
        <translation>Create a channel…</translation>
    </message>
    <message>
        <source>New direct message…</source>
        <translation>New direct message…</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>New direct message</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Go to…</translation>
    </message>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Find a channel or a person by name</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <comment>key</comment>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Channels and direct messages</source>
        <translation>Channels and direct messages</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>%1, direct message</source>
        <comment>for screen readers</comment>
        <translation>%1, direct message</translation>
    </message>
    <message>
        <source>%1, private channel</source>
        <comment>for screen readers</comment>
        <translation>%1, private channel</translation>
    </message>
    <message>
        <source>%1, channel</source>
        <comment>for screen readers</comment>
        <translation>%1, channel</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Leave channel</translation>
    </message>
</context>
<context>
    <name>ChannelSection</name>
    <message>
        <source>Direct messages</source>
        <translation>Direct messages</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>New direct message</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Create a channel</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write now, it is sent once you are back online</source>
        <translation>Write now, it is sent once you are back online</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <source>Message #%1</source>
        <translation>Message #%1</translation>
    </message>
    <message>
        <source>Editing your message</source>
        <translation>Editing your message</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>saves</source>
        <translation>saves</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>sends</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Shift</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>new line</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConnectStep</name>
    <message>
        <source>Welcome to PlexiChat</source>
        <translation>Welcome to PlexiChat</translation>
    </message>
    <message>
        <source>Connect to your team&apos;s server, or host one here.</source>
        <translation>Connect to your team&apos;s server, or host one here.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>chat.example.org</source>
        <comment>an example of a server&apos;s address</comment>
        <translation>chat.example.org</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>On this computer before</source>
        <translation>On this computer before</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>server address, user name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Host a workspace on this computer</source>
        <translation>Host a workspace on this computer</translation>
    </message>
    <message>
        <source>For a team, a family or a trial</source>
        <translation>For a team, a family or a trial</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Loading your workspace…</source>
        <translation>Loading your workspace…</translation>
    </message>
    <message>
        <source>The workspace could not be loaded</source>
        <translation>The workspace could not be loaded</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Pick a conversation</source>
        <translation>Pick a conversation</translation>
    </message>
    <message>
        <source>Choose a channel or a person on the left, or see which channels there are.</source>
        <translation>Choose a channel or a person on the left, or see which channels there are.</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Browse channels</translation>
    </message>
</context>
<context>
    <name>CreateChannelDialog</name>
    <message>
        <source>Create a channel</source>
        <translation>Create a channel</translation>
    </message>
    <message>
        <source>A place for one subject, team or project.</source>
        <translation>A place for one subject, team or project.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>release-planning</source>
        <comment>an example of a channel&apos;s name</comment>
        <translation>release-planning</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Topic (optional)</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>Only people who are invited can find and read it.</source>
        <translation>Only people who are invited can find and read it.</translation>
    </message>
    <message>
        <source>Everybody in the workspace can find and join it.</source>
        <translation>Everybody in the workspace can find and join it.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Create</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
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
        <translation>(edited)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The user name or the password is wrong. Check both and try again.</source>
        <translation>The user name or the password is wrong. Check both and try again.</translation>
    </message>
    <message>
        <source>This account asks for a second factor, which this version cannot enter yet.</source>
        <translation>This account asks for a second factor, which this version cannot enter yet.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Your session has ended. Sign in again.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask an administrator of the workspace.</source>
        <translation>You are not allowed to do this. Ask an administrator of the workspace.</translation>
    </message>
    <message>
        <source>Please sign in again before you do this.</source>
        <translation>Please sign in again before you do this.</translation>
    </message>
    <message>
        <source>This does not exist any more, or you may not see it.</source>
        <translation>This does not exist any more, or you may not see it.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>This name is taken. Choose another one.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>This is too large for the server.</translation>
    </message>
    <message>
        <source>The server does not accept this.</source>
        <translation>The server does not accept this.</translation>
    </message>
    <message>
        <source>The server does not accept this: %1.</source>
        <translation>The server does not accept this: %1.</translation>
    </message>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>That was too often. Try again in %n second.</numerusform>
            <numerusform>That was too often. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>That was too often. Try again in a minute.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Try again in a while.</source>
        <translation>The server has a problem of its own. Try again in a while.</translation>
    </message>
    <message>
        <source>The server does not understand this version of PlexiChat.</source>
        <translation>The server does not understand this version of PlexiChat.</translation>
    </message>
    <message>
        <source>The server did not answer. Check that it is running and that you are online.</source>
        <translation>The server did not answer. Check that it is running and that you are online.</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address and that you are online.</source>
        <translation>There is no server of this name. Check the address and that you are online.</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>The server took too long to answer. Try again.</translation>
    </message>
    <message>
        <source>A secure connection could not be made. Ask who runs the server about its certificate.</source>
        <translation>A secure connection could not be made. Ask who runs the server about its certificate.</translation>
    </message>
    <message>
        <source>There is no PlexiChat server at this address.</source>
        <translation>There is no PlexiChat server at this address.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>This was cancelled.</translation>
    </message>
</context>
<context>
    <name>HostStep</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Host a workspace here</source>
        <translation>Host a workspace here</translation>
    </message>
    <message>
        <source>The server is part of this app. Your data stays on this computer.</source>
        <translation>The server is part of this app. Your data stays on this computer.</translation>
    </message>
    <message>
        <source>Workspace name</source>
        <translation>Workspace name</translation>
    </message>
    <message>
        <source>Our team</source>
        <translation>Our team</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>You sign in with it, and it protects the workspace: choose a long one.</source>
        <translation>You sign in with it, and it protects the workspace: choose a long one.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Create</translation>
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
        <translation>You are looking at #%1. Join to write here.</translation>
    </message>
    <message>
        <source>Join channel</source>
        <translation>Join channel</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Jump to latest, %n new</numerusform>
            <numerusform>Jump to latest, %n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Jump to latest</translation>
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
        <translation>Back</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Loading the members…</source>
        <translation>Loading the members…</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1, %2: deleted message</source>
        <comment>author, time</comment>
        <translation>%1, %2: deleted message</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>This message was deleted.</translation>
    </message>
</context>
<context>
    <name>NewLine</name>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>New</source>
        <comment>above the first unread message</comment>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>NewMessageDialog</name>
    <message>
        <source>New direct message</source>
        <translation>New direct message</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Nobody of that name</translation>
    </message>
    <message>
        <source>Check the spelling, or ask an admin to invite them.</source>
        <translation>Check the spelling, or ask an admin to invite them.</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Name or username</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Show password</translation>
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
        <translation>away</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>do not disturb</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
</context>
<context>
    <name>QuickSwitcher</name>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Find a channel or a person by name</translation>
    </message>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Go to a channel or a person</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Channels and people</source>
        <translation>Channels and people</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>No channel and nobody of that name</source>
        <translation>No channel and nobody of that name</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>QuoteLine</name>
    <message>
        <source>In reply to %1: %2</source>
        <translation>In reply to %1: %2</translation>
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
        <translation>You: %1</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Message actions</source>
        <translation>Message actions</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>SendStatus</name>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>SignInStep</name>
    <message>
        <source>Other server</source>
        <translation>Other server</translation>
    </message>
    <message>
        <source>Private connection, version %1</source>
        <translation>Private connection, version %1</translation>
    </message>
    <message>
        <source>Not encrypted, version %1</source>
        <translation>Not encrypted, version %1</translation>
    </message>
    <message>
        <source>Username or email</source>
        <translation>Username or email</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>Keep me signed in</translation>
    </message>
    <message>
        <source>This system has no keychain that PlexiChat can use. Where should your sign-in be kept?</source>
        <translation>This system has no keychain that PlexiChat can use. Where should your sign-in be kept?</translation>
    </message>
    <message>
        <source>In a file only you can read</source>
        <translation>In a file only you can read</translation>
    </message>
    <message>
        <source>Programs that run under your account can read it too.</source>
        <translation>Programs that run under your account can read it too.</translation>
    </message>
    <message>
        <source>Only until PlexiChat is closed</source>
        <translation>Only until PlexiChat is closed</translation>
    </message>
    <message>
        <source>You sign in again the next time.</source>
        <translation>You sign in again the next time.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Your sign-in is forgotten when PlexiChat is closed.</source>
        <translation>Your sign-in is forgotten when PlexiChat is closed.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in this system&apos;s keychain.</source>
        <translation>Your sign-in is kept in this system&apos;s keychain.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in a file only you can read.</source>
        <translation>Your sign-in is kept in a file only you can read.</translation>
    </message>
    <message>
        <source>Choose above where your sign-in is kept.</source>
        <translation>Choose above where your sign-in is kept.</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Resize</source>
        <translation>Resize</translation>
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
        <translation>Messages</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Loading messages…</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>The messages could not be loaded</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Delete this message?</translation>
    </message>
    <message>
        <source>It disappears for everybody in the channel. This cannot be undone.</source>
        <translation>It disappears for everybody in the channel. This cannot be undone.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>TimelineStart</name>
    <message>
        <source>Welcome to #%1</source>
        <translation>Welcome to #%1</translation>
    </message>
    <message>
        <source>This is the beginning of your conversation with %1.</source>
        <translation>This is the beginning of your conversation with %1.</translation>
    </message>
    <message>
        <source>This is the beginning of the channel. Say hello.</source>
        <translation>This is the beginning of the channel. Say hello.</translation>
    </message>
    <message>
        <source>Older messages could not be loaded.</source>
        <translation>Older messages could not be loaded.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
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
        <translation>Away</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Do not disturb</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Signing you in…</source>
        <translation>Signing you in…</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>Next try in %n s.</numerusform>
            <numerusform>Next try in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Width of the channel list</source>
        <translation>Width of the channel list</translation>
    </message>
</context>
<context>
    <name>plexi::app::HostStepsModel</name>
    <message>
        <source>Preparing the storage</source>
        <translation>Preparing the storage</translation>
    </message>
    <message>
        <source>Creating your account</source>
        <translation>Creating your account</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Starting the server</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Signing in</translation>
    </message>
</context>
<context>
    <name>plexi::app::LocalServer</name>
    <message>
        <source>The server program is missing. Install PlexiChat again.</source>
        <translation>The server program is missing. Install PlexiChat again.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>The folder %1 cannot be written to.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>It says: %1</translation>
    </message>
    <message>
        <source>The server program does not start.</source>
        <translation>The server program does not start.</translation>
    </message>
    <message>
        <source>Your account could not be made.</source>
        <translation>Your account could not be made.</translation>
    </message>
    <message>
        <source>The server was stopped.</source>
        <translation>The server was stopped.</translation>
    </message>
    <message>
        <source>The server does not start.</source>
        <translation>The server does not start.</translation>
    </message>
</context>
<context>
    <name>plexi::app::Session</name>
    <message numerus="yes">
        <source>Connecting… %n message(s) will be sent.</source>
        <translation>
            <numerusform>Connecting… %n message will be sent.</numerusform>
            <numerusform>Connecting… %n messages will be sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connecting to %1…</translation>
    </message>
    <message numerus="yes">
        <source>No connection. %n message(s) will be sent when it is back.</source>
        <translation>
            <numerusform>No connection. %n message will be sent when it is back.</numerusform>
            <numerusform>No connection. %n messages will be sent when it is back.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection. You can go on reading and writing.</source>
        <translation>No connection. You can go on reading and writing.</translation>
    </message>
    <message>
        <source>A message can have at most %L1 characters. Split this one.</source>
        <translation>A message can have at most %L1 characters. Split this one.</translation>
    </message>
    <message>
        <source>The message was not changed. %1</source>
        <translation>The message was not changed. %1</translation>
    </message>
    <message>
        <source>The message was not deleted. %1</source>
        <translation>The message was not deleted. %1</translation>
    </message>
    <message>
        <source>You are still in the channel. %1</source>
        <translation>You are still in the channel. %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::SwitcherModel</name>
    <message>
        <source>not joined yet</source>
        <translation>not joined yet</translation>
    </message>
</context>
<context>
    <name>plexi::app::TimelineModel</name>
    <message>
        <source>Today, %1</source>
        <translation>Today, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Yesterday, %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Waiting for the connection, number %1 in the queue</source>
        <translation>Waiting for the connection, number %1 in the queue</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Not sent: %1</translation>
    </message>
    <message>
        <source>Deleted message</source>
        <translation>Deleted message</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>An earlier message</translation>
    </message>
</context>
<context>
    <name>plexi::app::Typing</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 is typing…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 and %2 are typing…</translation>
    </message>
    <message>
        <source>Several people are typing…</source>
        <translation>Several people are typing…</translation>
    </message>
</context>
<context>
    <name>plexi::app::WelcomeController</name>
    <message>
        <source>This is no address of a server. Write it like chat.example.org or localhost:8000.</source>
        <translation>This is no address of a server. Write it like chat.example.org or localhost:8000.</translation>
    </message>
    <message>
        <source>Enter your user name and your password.</source>
        <translation>Enter your user name and your password.</translation>
    </message>
    <message>
        <source>Fill in the workspace&apos;s name, your user name and a password.</source>
        <translation>Fill in the workspace&apos;s name, your user name and a password.</translation>
    </message>
</context>
</TS>
