<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ApiKeysSection</name>
    <message>
        <source>API keys</source>
        <translation>API keys</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>New key…</translation>
    </message>
    <message>
        <source>Programs and scripts sign in with a key instead of your password. Revoke a key that you do not need any more.</source>
        <translation>Programs and scripts sign in with a key instead of your password. Revoke a key that you do not need any more.</translation>
    </message>
    <message>
        <source>Copy the new key now. Nobody can show it again.</source>
        <translation>Copy the new key now. Nobody can show it again.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <comment>name of a key</comment>
        <translation>Revoke %1</translation>
    </message>
    <message>
        <source>There are no keys yet.</source>
        <translation>There are no keys yet.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
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
        <source>Size of the text</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>Nothing fades or slides.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Keep running when the window is closed</translation>
    </message>
    <message>
        <source>In the desktop&apos;s panel, where there is one for it: messages go on coming. Ctrl+Q quits.</source>
        <translation>In the desktop&apos;s panel, where there is one for it: messages go on coming. Ctrl+Q quits.</translation>
    </message>
    <message>
        <source>Start minimised</source>
        <translation>Start minimised</translation>
    </message>
    <message>
        <source>PlexiChat begins without showing its window.</source>
        <translation>PlexiChat begins without showing its window.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Roomy</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
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
    <message>
        <source>Pinned messages</source>
        <translation>Pinned messages</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Add to favourites</translation>
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
    <message>
        <source>Remove from favourites</source>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Add to favourites</translation>
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
    <message>
        <source>Favourites</source>
        <translation>Favourites</translation>
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
        <translation>Copy code</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Is it you, %1?</source>
        <comment>user name</comment>
        <translation>Is it you, %1?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Without your phone, one of your recovery codes will do.</source>
        <translation>Without your phone, one of your recovery codes will do.</translation>
    </message>
    <message>
        <source>Send a code to my phone</source>
        <translation>Send a code to my phone</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
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
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Reply in the thread</source>
        <translation>Reply in the thread</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Mention somebody</source>
        <translation>Mention somebody</translation>
    </message>
    <message>
        <source>Replying to %1</source>
        <translation>Replying to %1</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Attached files</translation>
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
    <message>
        <source>Back to the workspace</source>
        <translation>Back to the workspace</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Add an account</translation>
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
    <name>DayMenu</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>A week ago</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>A month ago</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>A year ago</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>About this conversation</source>
        <translation>About this conversation</translation>
    </message>
    <message>
        <source>About this channel</source>
        <translation>About this channel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Who owns the channel can change these.</source>
        <translation>Who owns the channel can change these.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Every message</translation>
    </message>
    <message>
        <source>You hear of everything that is written.</source>
        <translation>You hear of everything that is written.</translation>
    </message>
    <message>
        <source>Mentions only</source>
        <translation>Mentions only</translation>
    </message>
    <message>
        <source>You hear when somebody names you.</source>
        <translation>You hear when somebody names you.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>It stays quiet. What is unread still shows in the list.</source>
        <translation>It stays quiet. What is unread still shows in the list.</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Leave channel</translation>
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
    <name>DownloadCard</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>file</comment>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <comment>file</comment>
        <translation>Show %1 in its folder</translation>
    </message>
    <message>
        <source>Stop saving %1</source>
        <comment>file</comment>
        <translation>Stop saving %1</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <comment>file</comment>
        <translation>Take %1 off the list</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Saved files</source>
        <translation>Saved files</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add to the thread</source>
        <translation>Drop to add to the thread</translation>
    </message>
    <message>
        <source>Drop to send to %1</source>
        <translation>Drop to send to %1</translation>
    </message>
    <message>
        <source>Drop to add to #%1</source>
        <translation>Drop to add to #%1</translation>
    </message>
    <message>
        <source>Nothing is sent before you press Enter.</source>
        <translation>Nothing is sent before you press Enter.</translation>
    </message>
    <message>
        <source>%1. Nothing is sent before you press Enter.</source>
        <comment>files and their size</comment>
        <translation>%1. Nothing is sent before you press Enter.</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>No suggestions</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Add to the dictionary</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Select all</translation>
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
    <name>EmojiPane</name>
    <message>
        <source>Find an emoji</source>
        <translation>Find an emoji</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>No emoji is called so.</source>
        <translation>No emoji is called so.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The user name or the password is wrong. Check both and try again.</source>
        <translation>The user name or the password is wrong. Check both and try again.</translation>
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
    <message>
        <source>This account asks for a code as well as the password.</source>
        <translation>This account asks for a code as well as the password.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>is being checked for viruses</source>
        <translation>is being checked for viruses</translation>
    </message>
    <message>
        <source>no virus found</source>
        <translation>no virus found</translation>
    </message>
    <message>
        <source>a virus was found in it</source>
        <translation>a virus was found in it</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, from %2, %3</source>
        <comment>file, person, kind and size</comment>
        <translation>%1, from %2, %3</translation>
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
        <translation>File %1, %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>Save %1 to your downloads</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Loading the files…</source>
        <translation>Loading the files…</translation>
    </message>
    <message>
        <source>No files here yet</source>
        <translation>No files here yet</translation>
    </message>
    <message>
        <source>Drop one onto the window, or attach it to a message.</source>
        <translation>Drop one onto the window, or attach it to a message.</translation>
    </message>
    <message>
        <source>The files could not be loaded</source>
        <translation>The files could not be loaded</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>%1, remove</source>
        <comment>filter of a search</comment>
        <translation>%1, remove</translation>
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
    <name>KeepNote</name>
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
    <name>KeepSignedIn</name>
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
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Check spelling while you write</source>
        <translation>Check spelling while you write</translation>
    </message>
    <message>
        <source>With the dictionary %1.</source>
        <translation>With the dictionary %1.</translation>
    </message>
    <message>
        <source>This computer has no dictionary for this language. PlexiChat takes those of Hunspell.</source>
        <translation>This computer has no dictionary for this language. PlexiChat takes those of Hunspell.</translation>
    </message>
    <message>
        <source>In the language of the app.</source>
        <translation>In the language of the app.</translation>
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
        <translation>Members</translation>
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
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>(edited)</source>
        <translation>(edited)</translation>
    </message>
</context>
<context>
    <name>NewApiKeyDialog</name>
    <message>
        <source>New API key</source>
        <translation>New API key</translation>
    </message>
    <message>
        <source>A program that has it acts in your name.</source>
        <translation>A program that has it acts in your name.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Make the key</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What uses it, so that you know it again.</source>
        <translation>What uses it, so that you know it again.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>It sees what you see, and changes nothing.</source>
        <translation>It sees what you see, and changes nothing.</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Read and write</translation>
    </message>
    <message>
        <source>It can send, edit and delete as you can.</source>
        <translation>It can send, edit and delete as you can.</translation>
    </message>
    <message>
        <source>Administer</source>
        <translation>Administer</translation>
    </message>
    <message>
        <source>Everything an administrator can do, if you are one.</source>
        <translation>Everything an administrator can do, if you are one.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Good for</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>A year</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>Your password, to be sure that it is you</source>
        <translation>Your password, to be sure that it is you</translation>
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
    <name>NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Show notifications</translation>
    </message>
    <message>
        <source>For direct messages and mentions, and for whatever a channel is set to. Never for what you are looking at, and none while you do not want to be disturbed.</source>
        <translation>For direct messages and mentions, and for whatever a channel is set to. Never for what you are looking at, and none while you do not want to be disturbed.</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Show what was written</translation>
    </message>
    <message>
        <source>Otherwise only who wrote, and where.</source>
        <translation>Otherwise only who wrote, and where.</translation>
    </message>
</context>
<context>
    <name>OwnButton</name>
    <message>
        <source>You: %1</source>
        <translation>You: %1</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Your other devices are signed out.</source>
        <translation>Your other devices are signed out.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>At least 8 characters. Long and easy to remember beats short and odd.</source>
        <translation>At least 8 characters. Long and easy to remember beats short and odd.</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>This is not the same.</translation>
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
    <name>PersonPicker</name>
    <message>
        <source>Name or username</source>
        <translation>Name or username</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Nobody of that name</translation>
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
    <name>PictureTile</name>
    <message>
        <source>Picture %1, %2</source>
        <comment>name, kind and size</comment>
        <translation>Picture %1, %2</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture cannot be shown now.</source>
        <translation>This picture cannot be shown now.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>file, kind and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>Save %1 to your downloads</translation>
    </message>
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
    <name>PinsPanel</name>
    <message>
        <source>Pinned messages</source>
        <translation>Pinned messages</translation>
    </message>
    <message>
        <source>Loading the pinned messages…</source>
        <translation>Loading the pinned messages…</translation>
    </message>
    <message>
        <source>Nothing is pinned here</source>
        <translation>Nothing is pinned here</translation>
    </message>
    <message>
        <source>Pin a message from its menu, so that everybody finds it again.</source>
        <translation>Pin a message from its menu, so that everybody finds it again.</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>The pinned messages could not be loaded</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>As everybody in this workspace sees it.</source>
        <translation>As everybody in this workspace sees it.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>By this you sign in and are mentioned.</source>
        <translation>By this you sign in and are mentioned.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Pictures (%1)</translation>
    </message>
    <message>
        <source>Change picture…</source>
        <translation>Change picture…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Remove picture</translation>
    </message>
</context>
<context>
    <name>ProveDialog</name>
    <message>
        <source>Is it you?</source>
        <translation>Is it you?</translation>
    </message>
    <message>
        <source>Turn two-factor sign-in off?</source>
        <translation>Turn two-factor sign-in off?</translation>
    </message>
    <message>
        <source>Enter your password to set up two-factor sign-in.</source>
        <translation>Enter your password to set up two-factor sign-in.</translation>
    </message>
    <message>
        <source>Your password alone will sign you in then.</source>
        <translation>Your password alone will sign you in then.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Turn off</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
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
        <source>Add an account</source>
        <translation>Add an account</translation>
    </message>
</context>
<context>
    <name>RailTile</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Unread messages</translation>
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
        <translation>%1 at %2, %3</translation>
    </message>
</context>
<context>
    <name>ReactionRow</name>
    <message numerus="yes">
        <source>%1, %n reaction(s): %2</source>
        <comment>emoji, who</comment>
        <translation>
            <numerusform>%1, %n reaction: %2</numerusform>
            <numerusform>%1, %n reactions: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a reaction</source>
        <translation>Add a reaction</translation>
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
    <message>
        <source>React</source>
        <translation>React</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Reply in a thread</source>
        <translation>Reply in a thread</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copy link</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>This conversation</source>
        <translation>This conversation</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>In…</source>
        <comment>filter of a search: channel</comment>
        <translation>In…</translation>
    </message>
    <message>
        <source>From…</source>
        <comment>filter of a search: person</comment>
        <translation>From…</translation>
    </message>
    <message>
        <source>Has a file</source>
        <translation>Has a file</translation>
    </message>
    <message>
        <source>Has a link</source>
        <translation>Has a link</translation>
    </message>
    <message>
        <source>Since…</source>
        <comment>filter of a search: day</comment>
        <translation>Since…</translation>
    </message>
    <message>
        <source>Until…</source>
        <comment>filter of a search: day</comment>
        <translation>Until…</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Words in messages</source>
        <translation>Words in messages</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Messages found</translation>
    </message>
    <message>
        <source>No message has these words</source>
        <translation>No message has these words</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>Find a message</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one.</source>
        <translation>Try fewer words, or the beginning of one.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>No message fits</source>
        <translation>No message fits</translation>
    </message>
    <message>
        <source>The last word may be the beginning of one. Filters can be typed too: from:ann, has:file, before:2025-01-31.</source>
        <translation>The last word may be the beginning of one. Filters can be typed too: from:ann, has:file, before:2025-01-31.</translation>
    </message>
    <message>
        <source>Try fewer words, or take a filter away.</source>
        <translation>Try fewer words, or take a filter away.</translation>
    </message>
</context>
<context>
    <name>SecuritySection</name>
    <message>
        <source>Password and security</source>
        <translation>Password and security</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>A change signs your other devices out.</source>
        <translation>A change signs your other devices out.</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Change password…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Sign out all others</source>
        <translation>Sign out all others</translation>
    </message>
    <message>
        <source>%1 (this device)</source>
        <translation>%1 (this device)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
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
    <name>ServerHead</name>
    <message>
        <source>Private connection, version %1</source>
        <translation>Private connection, version %1</translation>
    </message>
    <message>
        <source>Not encrypted, version %1</source>
        <translation>Not encrypted, version %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Password and security</source>
        <translation>Password and security</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API keys</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Go to a channel or a person</translation>
    </message>
    <message>
        <source>Next unread channel</source>
        <translation>Next unread channel</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Shift</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>New message</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Search in the conversation</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Edit your last message</translation>
    </message>
    <message>
        <source>To the messages, from the composer</source>
        <translation>To the messages, from the composer</translation>
    </message>
    <message>
        <source>On a message: react</source>
        <translation>On a message: react</translation>
    </message>
    <message>
        <source>On a message: reply</source>
        <translation>On a message: reply</translation>
    </message>
    <message>
        <source>On a message: thread</source>
        <translation>On a message: thread</translation>
    </message>
    <message>
        <source>On a message: pin</source>
        <translation>On a message: pin</translation>
    </message>
    <message>
        <source>On a message: edit</source>
        <translation>On a message: edit</translation>
    </message>
    <message>
        <source>On a message: copy</source>
        <translation>On a message: copy</translation>
    </message>
    <message>
        <source>On a message: delete</source>
        <translation>On a message: delete</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Go to an account</source>
        <translation>Go to an account</translation>
    </message>
    <message>
        <source>1…9</source>
        <comment>keys</comment>
        <translation>1…9</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Add the conversation to favourites, or remove it</source>
        <translation>Add the conversation to favourites, or remove it</translation>
    </message>
    <message>
        <source>On a message: copy link</source>
        <translation>On a message: copy link</translation>
    </message>
</context>
<context>
    <name>SignInStep</name>
    <message>
        <source>Other server</source>
        <translation>Other server</translation>
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
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>I am new here: make an account</source>
        <translation>I am new here: make an account</translation>
    </message>
</context>
<context>
    <name>SignUpStep</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Invite code</source>
        <translation>Invite code</translation>
    </message>
    <message>
        <source>From whoever invited you.</source>
        <translation>From whoever invited you.</translation>
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
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>A long one: you sign in with it.</source>
        <translation>A long one: you sign in with it.</translation>
    </message>
    <message>
        <source>Making your account…</source>
        <translation>Making your account…</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Make an account</translation>
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
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>What this account keeps on this computer is encrypted. It opens at once and can be read without a connection.</source>
        <translation>What this account keeps on this computer is encrypted. It opens at once and can be read without a connection.</translation>
    </message>
    <message>
        <source>Messages, channels and people</source>
        <translation>Messages, channels and people</translation>
    </message>
    <message>
        <source>They are fetched again where you look at them. Your drafts, and what waits to be sent, stay.</source>
        <translation>They are fetched again where you look at them. Your drafts, and what waits to be sent, stay.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Clear the messages kept here</source>
        <translation>Clear the messages kept here</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Of people and of files. The oldest go by themselves.</source>
        <translation>Of people and of files. The oldest go by themselves.</translation>
    </message>
    <message>
        <source>Clear the pictures kept here</source>
        <translation>Clear the pictures kept here</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Where it is</translation>
    </message>
    <message>
        <source>Nowhere for long: it goes when PlexiChat ends, since you did not want to stay signed in or this computer has no place for the key.</source>
        <translation>Nowhere for long: it goes when PlexiChat ends, since you did not want to stay signed in or this computer has no place for the key.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
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
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadSummary</name>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
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
        <translation>Two-factor sign-in</translation>
    </message>
    <message numerus="yes">
        <source>On: a code from your phone as well as the password. %n recovery code(s) left.</source>
        <translation>
            <numerusform>On: a code from your phone as well as the password. %n recovery code left.</numerusform>
            <numerusform>On: a code from your phone as well as the password. %n recovery codes left.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code from your phone as well as the password.</source>
        <translation>A code from your phone as well as the password.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Set up…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Turn off…</translation>
    </message>
    <message>
        <source>QR code for an authenticator app</source>
        <translation>QR code for an authenticator app</translation>
    </message>
    <message>
        <source>1. Scan this with an authenticator app</source>
        <translation>1. Scan this with an authenticator app</translation>
    </message>
    <message>
        <source>Any app that makes six-digit codes will do.</source>
        <translation>Any app that makes six-digit codes will do.</translation>
    </message>
    <message>
        <source>2. Or type this key into it</source>
        <translation>2. Or type this key into it</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Copy the key</translation>
    </message>
    <message>
        <source>3. Type the code that it shows</source>
        <translation>3. Type the code that it shows</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Turn on</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep these recovery codes somewhere safe. Each signs you in once, should you lose your phone. They are not shown again.</source>
        <translation>Keep these recovery codes somewhere safe. Each signs you in once, should you lose your phone. They are not shown again.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copy all</translation>
    </message>
</context>
<context>
    <name>UploadCard</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
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
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Quit PlexiChat</source>
        <translation>Quit PlexiChat</translation>
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
    <message>
        <source>Width of the right panel</source>
        <translation>Width of the right panel</translation>
    </message>
</context>
<context>
    <name>plexi::app::AccountSettings</name>
    <message>
        <source>The current password is wrong.</source>
        <translation>The current password is wrong.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>The password is wrong.</translation>
    </message>
    <message>
        <source>This code does not fit. Wait for the next one and try again.</source>
        <translation>This code does not fit. Wait for the next one and try again.</translation>
    </message>
    <message>
        <source>This file is no picture that PlexiChat can read.</source>
        <translation>This file is no picture that PlexiChat can read.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeys</name>
    <message>
        <source>The password is wrong.</source>
        <translation>The password is wrong.</translation>
    </message>
    <message>
        <source>Only administrators can make a key that administers.</source>
        <translation>Only administrators can make a key that administers.</translation>
    </message>
    <message>
        <source>You have too many keys. Revoke one first.</source>
        <translation>You have too many keys. Revoke one first.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeysModel</name>
    <message>
        <source>May administer</source>
        <translation>May administer</translation>
    </message>
    <message>
        <source>May read and write</source>
        <translation>May read and write</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>May read</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>day</comment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>without an end</translation>
    </message>
    <message>
        <source>last used on %1</source>
        <comment>day</comment>
        <translation>last used on %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>never used</translation>
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
        <translation>%1 was signed out of %2. Add the account again to go on there.</translation>
    </message>
</context>
<context>
    <name>plexi::app::CompletionModel</name>
    <message>
        <source>Everybody in the channel</source>
        <translation>Everybody in the channel</translation>
    </message>
    <message>
        <source>Everybody who is online</source>
        <translation>Everybody who is online</translation>
    </message>
</context>
<context>
    <name>plexi::app::DevicesModel</name>
    <message>
        <source>Unknown program</source>
        <translation>Unknown program</translation>
    </message>
    <message>
        <source>active now</source>
        <translation>active now</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>today, %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::Downloads</name>
    <message>
        <source>Saved, %1</source>
        <comment>size of a file</comment>
        <translation>Saved, %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>size of a file</comment>
        <translation>%1 of %2</translation>
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
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
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
    <name>plexi::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
</context>
<context>
    <name>plexi::app::Outbox</name>
    <message>
        <source>Sending the files, %1 %</source>
        <comment>percentage</comment>
        <translation>Sending the files, %1 %</translation>
    </message>
</context>
<context>
    <name>plexi::app::SearchFilters</name>
    <message>
        <source>From %1</source>
        <comment>person</comment>
        <translation>From %1</translation>
    </message>
    <message>
        <source>In #%1</source>
        <translation>In #%1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>day</comment>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>day</comment>
        <translation>Until %1</translation>
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
    <message>
        <source>The reaction was not changed. %1</source>
        <translation>The reaction was not changed. %1</translation>
    </message>
    <message>
        <source>The pin was not changed. %1</source>
        <translation>The pin was not changed. %1</translation>
    </message>
    <message>
        <source>%1 in #%2</source>
        <comment>person, channel</comment>
        <translation>%1 in #%2</translation>
    </message>
    <message>
        <source>The message could not be loaded. %1</source>
        <translation>The message could not be loaded. %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <comment>date and time</comment>
        <translation>Picture %1</translation>
    </message>
    <message>
        <source>The notifications were not changed. %1</source>
        <translation>The notifications were not changed. %1</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <comment>person, day</comment>
        <translation>Made by %1 on %2</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <comment>day</comment>
        <translation>Made on %1</translation>
    </message>
    <message>
        <source>The link to the message is in the clipboard.</source>
        <translation>The link to the message is in the clipboard.</translation>
    </message>
</context>
<context>
    <name>plexi::app::SignUpErrors</name>
    <message>
        <source>Somebody has this name. Choose another one.</source>
        <translation>Somebody has this name. Choose another one.</translation>
    </message>
    <message>
        <source>Choose 2 to 32 of the letters a to z, figures, dots, hyphens and underscores.</source>
        <translation>Choose 2 to 32 of the letters a to z, figures, dots, hyphens and underscores.</translation>
    </message>
    <message>
        <source>There is an account with this address. Sign in with it, or use another address.</source>
        <translation>There is an account with this address. Sign in with it, or use another address.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Write it like ann@example.org.</source>
        <translation>This is no e-mail address. Write it like ann@example.org.</translation>
    </message>
    <message>
        <source>A name has at most 80 characters.</source>
        <translation>A name has at most 80 characters.</translation>
    </message>
    <message>
        <source>Choose another one: long, not a common one, and neither your name nor your address.</source>
        <translation>Choose another one: long, not a common one, and neither your name nor your address.</translation>
    </message>
    <message>
        <source>This server needs an invite code. Ask somebody who is there for one.</source>
        <translation>This server needs an invite code. Ask somebody who is there for one.</translation>
    </message>
    <message>
        <source>This code is not right, or is used up. Ask for a new one.</source>
        <translation>This code is not right, or is used up. Ask for a new one.</translation>
    </message>
    <message>
        <source>Nobody can make an account here by themselves. Ask an administrator of the workspace for one.</source>
        <translation>Nobody can make an account here by themselves. Ask an administrator of the workspace for one.</translation>
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
    <message>
        <source>last today at %1</source>
        <translation>last today at %1</translation>
    </message>
    <message>
        <source>last yesterday at %1</source>
        <translation>last yesterday at %1</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>last on %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Tray</name>
    <message numerus="yes">
        <source>%n message(s) for you</source>
        <translation>
            <numerusform>%n message for you</numerusform>
            <numerusform>%n messages for you</numerusform>
        </translation>
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
    <name>plexi::app::UploadListModel</name>
    <message>
        <source>Waiting, %1</source>
        <translation>Waiting, %1</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <comment>percentage</comment>
        <translation>Paused at %1 %</translation>
    </message>
    <message>
        <source>Ready, %1</source>
        <translation>Ready, %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <comment>percentage, size</comment>
        <translation>%1 % of %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 %, %2/s, %n s left</source>
        <comment>percentage, size</comment>
        <translation>
            <numerusform>%1 %, %2/s, %n s left</numerusform>
            <numerusform>%1 %, %2/s, %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Uploads</name>
    <message>
        <source>“%1” is a folder. Attach its files, or an archive of it.</source>
        <translation>“%1” is a folder. Attach its files, or an archive of it.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>“%1” cannot be read.</translation>
    </message>
    <message numerus="yes">
        <source>A message can carry %n file(s).</source>
        <translation>
            <numerusform>A message can carry %n file.</numerusform>
            <numerusform>A message can carry %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was changed or is not there any more.</source>
        <translation>“%1” was changed or is not there any more.</translation>
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
    <message>
        <source>This code does not fit, or was used already. Wait for the next one.</source>
        <translation>This code does not fit, or was used already. Wait for the next one.</translation>
    </message>
    <message>
        <source>Enter the code that was sent to your phone.</source>
        <translation>Enter the code that was sent to your phone.</translation>
    </message>
    <message>
        <source>Enter the six-digit code that your authenticator app shows.</source>
        <translation>Enter the six-digit code that your authenticator app shows.</translation>
    </message>
    <message>
        <source>Enter one of your recovery codes.</source>
        <translation>Enter one of your recovery codes.</translation>
    </message>
    <message>
        <source>It took too long, or too many codes were wrong. Enter your password again.</source>
        <translation>It took too long, or too many codes were wrong. Enter your password again.</translation>
    </message>
    <message>
        <source>This is none of your recovery codes, or it was used already. Check it, or take another one.</source>
        <translation>This is none of your recovery codes, or it was used already. Check it, or take another one.</translation>
    </message>
    <message>
        <source>This code does not fit, or is too old. Check it, or have another one sent.</source>
        <translation>This code does not fit, or is too old. Check it, or have another one sent.</translation>
    </message>
</context>
</TS>
