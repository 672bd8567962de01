<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>ApiKeysSection</name>
    <message>
        <source>API keys</source>
        <translation>Claves de API</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Clave nueva…</translation>
    </message>
    <message>
        <source>Programs and scripts sign in with a key instead of your password. Revoke a key that you do not need any more.</source>
        <translation>Los programas y scripts entran con una clave en lugar de tu contraseña. Revoca las que ya no necesites.</translation>
    </message>
    <message>
        <source>Copy the new key now. Nobody can show it again.</source>
        <translation>Copia ahora la clave nueva. Nadie puede volver a mostrarla.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <comment>name of a key</comment>
        <translation>Revocar %1</translation>
    </message>
    <message>
        <source>There are no keys yet.</source>
        <translation>Todavía no hay claves.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>Nada se desvanece ni se desliza.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Seguir en marcha al cerrar la ventana</translation>
    </message>
    <message>
        <source>In the desktop&apos;s panel, where there is one for it: messages go on coming. Ctrl+Q quits.</source>
        <translation>En el panel del escritorio, si lo hay: los mensajes siguen llegando. Ctrl+Q lo cierra del todo.</translation>
    </message>
    <message>
        <source>Start minimised</source>
        <translation>Iniciar minimizado</translation>
    </message>
    <message>
        <source>PlexiChat begins without showing its window.</source>
        <translation>PlexiChat empieza sin mostrar su ventana.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Holgada</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
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
        <translation>Explorar canales</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Buscar un canal</translation>
    </message>
    <message>
        <source>No channel of that name</source>
        <translation>No hay ningún canal con ese nombre</translation>
    </message>
    <message>
        <source>You are in every public channel</source>
        <translation>Ya estás en todos los canales públicos</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Crear un canal</translation>
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
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Unirse a %1</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>En curso</translation>
    </message>
</context>
<context>
    <name>ChannelHeader</name>
    <message>
        <source>Channels, with unread messages</source>
        <translation>Canales, con mensajes sin leer</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, then its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More about this channel</source>
        <translation>Más sobre este canal</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Salir del canal</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Mensajes fijados</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Quitar de favoritos</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Añadir a favoritos</translation>
    </message>
</context>
<context>
    <name>ChannelListFooter</name>
    <message>
        <source>Loading your channels…</source>
        <translation>Cargando tus canales…</translation>
    </message>
    <message>
        <source>The channels could not be loaded.</source>
        <translation>No se han podido cargar los canales.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Explorar canales</translation>
    </message>
</context>
<context>
    <name>ChannelListPane</name>
    <message>
        <source>Browse channels…</source>
        <translation>Explorar canales…</translation>
    </message>
    <message>
        <source>Create a channel…</source>
        <translation>Crear un canal…</translation>
    </message>
    <message>
        <source>New direct message…</source>
        <translation>Nuevo mensaje directo…</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Nuevo mensaje directo</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir a…</translation>
    </message>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Buscar un canal o una persona por su nombre</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <comment>key</comment>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Channels and direct messages</source>
        <translation>Canales y mensajes directos</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>%1, direct message</source>
        <comment>for screen readers</comment>
        <translation>%1, mensaje directo</translation>
    </message>
    <message>
        <source>%1, private channel</source>
        <comment>for screen readers</comment>
        <translation>%1, canal privado</translation>
    </message>
    <message>
        <source>%1, channel</source>
        <comment>for screen readers</comment>
        <translation>%1, canal</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Salir del canal</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Quitar de favoritos</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Añadir a favoritos</translation>
    </message>
</context>
<context>
    <name>ChannelSection</name>
    <message>
        <source>Direct messages</source>
        <translation>Mensajes directos</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Nuevo mensaje directo</translation>
    </message>
    <message>
        <source>Create a channel</source>
        <translation>Crear un canal</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code: %1</source>
        <translation>Código: %1</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copiar el código</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Is it you, %1?</source>
        <comment>user name</comment>
        <translation>¿Eres tú, %1?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Without your phone, one of your recovery codes will do.</source>
        <translation>Sin tu teléfono, vale uno de tus códigos de recuperación.</translation>
    </message>
    <message>
        <source>Send a code to my phone</source>
        <translation>Enviar un código a mi teléfono</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write now, it is sent once you are back online</source>
        <translation>Escribe ahora, se enviará cuando vuelvas a tener conexión</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Mensaje para %1</translation>
    </message>
    <message>
        <source>Message #%1</source>
        <translation>Mensaje en #%1</translation>
    </message>
    <message>
        <source>Editing your message</source>
        <translation>Estás editando tu mensaje</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Queda %n carácter</numerusform>
            <numerusform>Quedan %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Sobra %n carácter</numerusform>
            <numerusform>Sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Reply in the thread</source>
        <translation>Responder en el hilo</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Mention somebody</source>
        <translation>Mencionar a alguien</translation>
    </message>
    <message>
        <source>Replying to %1</source>
        <translation>Respondiendo a %1</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Archivos adjuntos</translation>
    </message>
</context>
<context>
    <name>ComposerHints</name>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>saves</source>
        <translation>guarda</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>envía</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>nueva línea</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ConnectStep</name>
    <message>
        <source>Welcome to PlexiChat</source>
        <translation>Te damos la bienvenida a PlexiChat</translation>
    </message>
    <message>
        <source>Connect to your team&apos;s server, or host one here.</source>
        <translation>Conéctate al servidor de tu equipo o aloja uno aquí.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>chat.example.org</source>
        <comment>an example of a server&apos;s address</comment>
        <translation>chat.example.org</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>On this computer before</source>
        <translation>Antes en este ordenador</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>server address, user name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Host a workspace on this computer</source>
        <translation>Alojar un espacio en este ordenador</translation>
    </message>
    <message>
        <source>For a team, a family or a trial</source>
        <translation>Para un equipo, una familia o una prueba</translation>
    </message>
    <message>
        <source>Back to the workspace</source>
        <translation>Volver al espacio</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Loading your workspace…</source>
        <translation>Cargando tu espacio…</translation>
    </message>
    <message>
        <source>The workspace could not be loaded</source>
        <translation>No se ha podido cargar el espacio</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Pick a conversation</source>
        <translation>Elige una conversación</translation>
    </message>
    <message>
        <source>Choose a channel or a person on the left, or see which channels there are.</source>
        <translation>Elige un canal o una persona a la izquierda, o mira qué canales hay.</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Explorar canales</translation>
    </message>
</context>
<context>
    <name>CreateChannelDialog</name>
    <message>
        <source>Create a channel</source>
        <translation>Crear un canal</translation>
    </message>
    <message>
        <source>A place for one subject, team or project.</source>
        <translation>Un lugar para un tema, un equipo o un proyecto.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>release-planning</source>
        <comment>an example of a channel&apos;s name</comment>
        <translation>plan-de-lanzamiento</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Tema (opcional)</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué trata?</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Only people who are invited can find and read it.</source>
        <translation>Solo las personas invitadas pueden encontrarlo y leerlo.</translation>
    </message>
    <message>
        <source>Everybody in the workspace can find and join it.</source>
        <translation>Cualquiera del espacio puede encontrarlo y unirse.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creando…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
</context>
<context>
    <name>DayMenu</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Hace una semana</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Hace un mes</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Hace un año</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>About this conversation</source>
        <translation>Acerca de esta conversación</translation>
    </message>
    <message>
        <source>About this channel</source>
        <translation>Acerca de este canal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Who owns the channel can change these.</source>
        <translation>Puede cambiarlos quien sea dueño del canal.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>You hear of everything that is written.</source>
        <translation>Te avisamos de todo lo que se escribe.</translation>
    </message>
    <message>
        <source>Mentions only</source>
        <translation>Solo menciones</translation>
    </message>
    <message>
        <source>You hear when somebody names you.</source>
        <translation>Te avisamos cuando alguien te menciona.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>It stays quiet. What is unread still shows in the list.</source>
        <translation>Sin avisos. Lo no leído sigue apareciendo en la lista.</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Salir del canal</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>file</comment>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <comment>file</comment>
        <translation>Mostrar %1 en su carpeta</translation>
    </message>
    <message>
        <source>Stop saving %1</source>
        <comment>file</comment>
        <translation>Dejar de guardar %1</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <comment>file</comment>
        <translation>Quitar %1 de la lista</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Saved files</source>
        <translation>Archivos guardados</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add to the thread</source>
        <translation>Suelta para añadir al hilo</translation>
    </message>
    <message>
        <source>Drop to send to %1</source>
        <translation>Suelta para enviar a %1</translation>
    </message>
    <message>
        <source>Drop to add to #%1</source>
        <translation>Suelta para añadir a #%1</translation>
    </message>
    <message>
        <source>Nothing is sent before you press Enter.</source>
        <translation>No se envía nada hasta que pulses Intro.</translation>
    </message>
    <message>
        <source>%1. Nothing is sent before you press Enter.</source>
        <comment>files and their size</comment>
        <translation>%1. No se envía nada antes de que pulses Intro.</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Sin sugerencias</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Añadir al diccionario</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>EditedMark</name>
    <message>
        <source>(edited)</source>
        <translation>(editado)</translation>
    </message>
</context>
<context>
    <name>EmojiPane</name>
    <message>
        <source>Find an emoji</source>
        <translation>Buscar un emoji</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>No emoji is called so.</source>
        <translation>Ningún emoji se llama así.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The user name or the password is wrong. Check both and try again.</source>
        <translation>El nombre de usuario o la contraseña no son correctos. Comprueba ambos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Tu sesión ha terminado. Vuelve a iniciarla.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask an administrator of the workspace.</source>
        <translation>No tienes permiso para hacerlo. Pregunta a quien administra el espacio.</translation>
    </message>
    <message>
        <source>Please sign in again before you do this.</source>
        <translation>Vuelve a iniciar sesión antes de hacerlo.</translation>
    </message>
    <message>
        <source>This does not exist any more, or you may not see it.</source>
        <translation>Ya no existe, o no puedes verlo.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Ese nombre ya está en uso. Elige otro.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Es demasiado grande para el servidor.</translation>
    </message>
    <message>
        <source>The server does not accept this.</source>
        <translation>El servidor no lo acepta.</translation>
    </message>
    <message>
        <source>The server does not accept this: %1.</source>
        <translation>El servidor no lo acepta: %1.</translation>
    </message>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>Demasiados intentos. Vuelve a probar dentro de %n segundo.</numerusform>
            <numerusform>Demasiados intentos. Vuelve a probar dentro de %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>Demasiados intentos. Vuelve a probar dentro de un minuto.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Try again in a while.</source>
        <translation>El servidor tiene un problema. Vuelve a probar dentro de un rato.</translation>
    </message>
    <message>
        <source>The server does not understand this version of PlexiChat.</source>
        <translation>El servidor no entiende esta versión de PlexiChat.</translation>
    </message>
    <message>
        <source>The server did not answer. Check that it is running and that you are online.</source>
        <translation>El servidor no ha respondido. Comprueba que está en marcha y que tienes conexión.</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address and that you are online.</source>
        <translation>No hay ningún servidor con ese nombre. Comprueba la dirección y tu conexión.</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>El servidor ha tardado demasiado en responder. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>A secure connection could not be made. Ask who runs the server about its certificate.</source>
        <translation>No se ha podido establecer una conexión segura. Pregunta por el certificado a quien lleva el servidor.</translation>
    </message>
    <message>
        <source>There is no PlexiChat server at this address.</source>
        <translation>En esta dirección no hay ningún servidor de PlexiChat.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Se ha cancelado.</translation>
    </message>
    <message>
        <source>This account asks for a code as well as the password.</source>
        <translation>Esta cuenta pide un código además de la contraseña.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>is being checked for viruses</source>
        <translation>se está analizando en busca de virus</translation>
    </message>
    <message>
        <source>no virus found</source>
        <translation>sin virus</translation>
    </message>
    <message>
        <source>a virus was found in it</source>
        <translation>contiene un virus</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, from %2, %3</source>
        <comment>file, person, kind and size</comment>
        <translation>%1, de %2, %3</translation>
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
        <translation>Archivo %1, %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>Guardar %1 en tus descargas</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Loading the files…</source>
        <translation>Cargando los archivos…</translation>
    </message>
    <message>
        <source>No files here yet</source>
        <translation>Aún no hay archivos aquí</translation>
    </message>
    <message>
        <source>Drop one onto the window, or attach it to a message.</source>
        <translation>Suelta uno sobre la ventana o adjúntalo a un mensaje.</translation>
    </message>
    <message>
        <source>The files could not be loaded</source>
        <translation>No se pudieron cargar los archivos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>%1, remove</source>
        <comment>filter of a search</comment>
        <translation>%1, quitar</translation>
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
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Host a workspace here</source>
        <translation>Alojar un espacio aquí</translation>
    </message>
    <message>
        <source>The server is part of this app. Your data stays on this computer.</source>
        <translation>El servidor forma parte de esta aplicación. Tus datos se quedan en este ordenador.</translation>
    </message>
    <message>
        <source>Workspace name</source>
        <translation>Nombre del espacio</translation>
    </message>
    <message>
        <source>Our team</source>
        <translation>Nuestro equipo</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>You sign in with it, and it protects the workspace: choose a long one.</source>
        <translation>Con ella inicias sesión y protege el espacio: elige una larga.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creando…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
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
        <translation>Estás viendo #%1. Únete para escribir aquí.</translation>
    </message>
    <message>
        <source>Join channel</source>
        <translation>Unirse al canal</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Ir a lo último, %n nuevo</numerusform>
            <numerusform>Ir a lo último, %n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Ir a lo último</translation>
    </message>
</context>
<context>
    <name>KeepNote</name>
    <message>
        <source>Your sign-in is forgotten when PlexiChat is closed.</source>
        <translation>Tu sesión se olvida al cerrar PlexiChat.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in this system&apos;s keychain.</source>
        <translation>Tu sesión se guarda en el llavero de este sistema.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in a file only you can read.</source>
        <translation>Tu sesión se guarda en un archivo que solo tú puedes leer.</translation>
    </message>
    <message>
        <source>Choose above where your sign-in is kept.</source>
        <translation>Elige arriba dónde se guarda tu sesión.</translation>
    </message>
</context>
<context>
    <name>KeepSignedIn</name>
    <message>
        <source>Keep me signed in</source>
        <translation>Mantener la sesión iniciada</translation>
    </message>
    <message>
        <source>This system has no keychain that PlexiChat can use. Where should your sign-in be kept?</source>
        <translation>Este sistema no tiene un llavero que PlexiChat pueda usar. ¿Dónde se guarda tu sesión?</translation>
    </message>
    <message>
        <source>In a file only you can read</source>
        <translation>En un archivo que solo tú puedes leer</translation>
    </message>
    <message>
        <source>Programs that run under your account can read it too.</source>
        <translation>Los programas que se ejecutan con tu cuenta también pueden leerlo.</translation>
    </message>
    <message>
        <source>Only until PlexiChat is closed</source>
        <translation>Solo hasta que se cierre PlexiChat</translation>
    </message>
    <message>
        <source>You sign in again the next time.</source>
        <translation>La próxima vez vuelves a iniciar sesión.</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Check spelling while you write</source>
        <translation>Revisar la ortografía al escribir</translation>
    </message>
    <message>
        <source>With the dictionary %1.</source>
        <translation>Con el diccionario %1.</translation>
    </message>
    <message>
        <source>This computer has no dictionary for this language. PlexiChat takes those of Hunspell.</source>
        <translation>En este equipo no hay diccionario para este idioma. PlexiChat usa los de Hunspell.</translation>
    </message>
    <message>
        <source>In the language of the app.</source>
        <translation>En el idioma de la aplicación.</translation>
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
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Loading the members…</source>
        <translation>Cargando los miembros…</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1, %2: deleted message</source>
        <comment>author, time</comment>
        <translation>%1, %2: mensaje eliminado</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Este mensaje se ha eliminado.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijado</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>(edited)</source>
        <translation>(editado)</translation>
    </message>
</context>
<context>
    <name>NewApiKeyDialog</name>
    <message>
        <source>New API key</source>
        <translation>Clave de API nueva</translation>
    </message>
    <message>
        <source>A program that has it acts in your name.</source>
        <translation>Un programa que la tenga actúa en tu nombre.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Crear la clave</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What uses it, so that you know it again.</source>
        <translation>Qué la usa, para que la reconozcas.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>It sees what you see, and changes nothing.</source>
        <translation>Ve lo que tú ves y no cambia nada.</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Leer y escribir</translation>
    </message>
    <message>
        <source>It can send, edit and delete as you can.</source>
        <translation>Puede enviar, editar y borrar como tú.</translation>
    </message>
    <message>
        <source>Administer</source>
        <translation>Administrar</translation>
    </message>
    <message>
        <source>Everything an administrator can do, if you are one.</source>
        <translation>Todo lo que puede hacer un administrador, si lo eres.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Válida durante</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Your password, to be sure that it is you</source>
        <translation>Tu contraseña, para saber que eres tú</translation>
    </message>
</context>
<context>
    <name>NewLine</name>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
    <message>
        <source>New</source>
        <comment>above the first unread message</comment>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>NewMessageDialog</name>
    <message>
        <source>New direct message</source>
        <translation>Nuevo mensaje directo</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Nadie con ese nombre</translation>
    </message>
    <message>
        <source>Check the spelling, or ask an admin to invite them.</source>
        <translation>Comprueba cómo se escribe, o pide a quien administra que le invite.</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Nombre o nombre de usuario</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Mostrar notificaciones</translation>
    </message>
    <message>
        <source>For direct messages and mentions, and for whatever a channel is set to. Never for what you are looking at, and none while you do not want to be disturbed.</source>
        <translation>De mensajes directos y menciones, y según lo ajustado en cada canal. Nunca de lo que estás viendo, y ninguna mientras no quieras que te molesten.</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Mostrar lo escrito</translation>
    </message>
    <message>
        <source>Otherwise only who wrote, and where.</source>
        <translation>Si no, solo quién escribió y dónde.</translation>
    </message>
</context>
<context>
    <name>OwnButton</name>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Your other devices are signed out.</source>
        <translation>Se cierra la sesión en tus otros dispositivos.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>At least 8 characters. Long and easy to remember beats short and odd.</source>
        <translation>Al menos 8 caracteres. Mejor larga y fácil de recordar que corta y rara.</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>No es la misma.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name or username</source>
        <translation>Nombre o nombre de usuario</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Nadie con ese nombre</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>online</source>
        <translation>en línea</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>no molestar</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tú)</translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture %1, %2</source>
        <comment>name, kind and size</comment>
        <translation>Imagen %1, %2</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>This picture cannot be shown now.</source>
        <translation>Esta imagen no se puede mostrar ahora.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>file, kind and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save %1 to your downloads</source>
        <translation>Guardar %1 en tus descargas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Mensajes fijados</translation>
    </message>
    <message>
        <source>Loading the pinned messages…</source>
        <translation>Cargando los mensajes fijados…</translation>
    </message>
    <message>
        <source>Nothing is pinned here</source>
        <translation>Aquí no hay nada fijado</translation>
    </message>
    <message>
        <source>Pin a message from its menu, so that everybody finds it again.</source>
        <translation>Fija un mensaje desde su menú para que todos lo encuentren de nuevo.</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>No se pudieron cargar los mensajes fijados</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>As everybody in this workspace sees it.</source>
        <translation>Como lo ven todos en este espacio.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>By this you sign in and are mentioned.</source>
        <translation>Con él inicias sesión y te mencionan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elige una imagen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Imágenes (%1)</translation>
    </message>
    <message>
        <source>Change picture…</source>
        <translation>Cambiar imagen…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una imagen…</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Quitar imagen</translation>
    </message>
</context>
<context>
    <name>ProveDialog</name>
    <message>
        <source>Is it you?</source>
        <translation>¿Eres tú?</translation>
    </message>
    <message>
        <source>Turn two-factor sign-in off?</source>
        <translation>¿Desactivar el inicio de sesión en dos pasos?</translation>
    </message>
    <message>
        <source>Enter your password to set up two-factor sign-in.</source>
        <translation>Escribe tu contraseña para configurar el inicio de sesión en dos pasos.</translation>
    </message>
    <message>
        <source>Your password alone will sign you in then.</source>
        <translation>Después bastará con tu contraseña.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
</context>
<context>
    <name>QuickSwitcher</name>
    <message>
        <source>Find a channel or a person by name</source>
        <translation>Buscar un canal o una persona por su nombre</translation>
    </message>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Ir a un canal o a una persona</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Channels and people</source>
        <translation>Canales y personas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>No channel and nobody of that name</source>
        <translation>Ningún canal ni nadie con ese nombre</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
</context>
<context>
    <name>QuoteLine</name>
    <message>
        <source>In reply to %1: %2</source>
        <translation>En respuesta a %1: %2</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
</context>
<context>
    <name>RailTile</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Mensajes sin leer</translation>
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
        <translation>%1 en %2, %3</translation>
    </message>
</context>
<context>
    <name>ReactionRow</name>
    <message numerus="yes">
        <source>%1, %n reaction(s): %2</source>
        <comment>emoji, who</comment>
        <translation>
            <numerusform>%1, %n reacción: %2</numerusform>
            <numerusform>%1, %n reacciones: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a reaction</source>
        <translation>Añadir una reacción</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Message actions</source>
        <translation>Acciones del mensaje</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Supr</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reaccionar</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Reply in a thread</source>
        <translation>Responder en un hilo</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Dejar de fijar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>This conversation</source>
        <translation>Esta conversación</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>In…</source>
        <comment>filter of a search: channel</comment>
        <translation>En…</translation>
    </message>
    <message>
        <source>From…</source>
        <comment>filter of a search: person</comment>
        <translation>De…</translation>
    </message>
    <message>
        <source>Has a file</source>
        <translation>Con archivo</translation>
    </message>
    <message>
        <source>Has a link</source>
        <translation>Con enlace</translation>
    </message>
    <message>
        <source>Since…</source>
        <comment>filter of a search: day</comment>
        <translation>Desde…</translation>
    </message>
    <message>
        <source>Until…</source>
        <comment>filter of a search: day</comment>
        <translation>Hasta…</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Words in messages</source>
        <translation>Palabras en los mensajes</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Mensajes encontrados</translation>
    </message>
    <message>
        <source>No message has these words</source>
        <translation>Ningún mensaje tiene estas palabras</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>Encontrar un mensaje</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one.</source>
        <translation>Prueba con menos palabras o con el comienzo de una.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No message fits</source>
        <translation>Ningún mensaje coincide</translation>
    </message>
    <message>
        <source>The last word may be the beginning of one. Filters can be typed too: from:ann, has:file, before:2025-01-31.</source>
        <translation>La última palabra puede ser el comienzo de una. Los filtros también se pueden escribir: from:ann, has:file, before:2025-01-31.</translation>
    </message>
    <message>
        <source>Try fewer words, or take a filter away.</source>
        <translation>Prueba con menos palabras o quita un filtro.</translation>
    </message>
</context>
<context>
    <name>SecuritySection</name>
    <message>
        <source>Password and security</source>
        <translation>Contraseña y seguridad</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>A change signs your other devices out.</source>
        <translation>Un cambio cierra la sesión en tus otros dispositivos.</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Sign out all others</source>
        <translation>Cerrar todas las demás</translation>
    </message>
    <message>
        <source>%1 (this device)</source>
        <translation>%1 (este dispositivo)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>SendStatus</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>ServerHead</name>
    <message>
        <source>Private connection, version %1</source>
        <translation>Conexión privada, versión %1</translation>
    </message>
    <message>
        <source>Not encrypted, version %1</source>
        <translation>Sin cifrar, versión %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Password and security</source>
        <translation>Contraseña y seguridad</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Claves de API</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Go to a channel or a person</source>
        <translation>Ir a un canal o a una persona</translation>
    </message>
    <message>
        <source>Next unread channel</source>
        <translation>Siguiente canal sin leer</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>name of the key</comment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Search in the conversation</source>
        <translation>Buscar en la conversación</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Todos los atajos</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Línea nueva</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Editar tu último mensaje</translation>
    </message>
    <message>
        <source>To the messages, from the composer</source>
        <translation>Del cuadro de texto a los mensajes</translation>
    </message>
    <message>
        <source>On a message: react</source>
        <translation>En un mensaje: reaccionar</translation>
    </message>
    <message>
        <source>On a message: reply</source>
        <translation>En un mensaje: responder</translation>
    </message>
    <message>
        <source>On a message: thread</source>
        <translation>En un mensaje: hilo</translation>
    </message>
    <message>
        <source>On a message: pin</source>
        <translation>En un mensaje: fijar</translation>
    </message>
    <message>
        <source>On a message: edit</source>
        <translation>En un mensaje: editar</translation>
    </message>
    <message>
        <source>On a message: copy</source>
        <translation>En un mensaje: copiar</translation>
    </message>
    <message>
        <source>On a message: delete</source>
        <translation>En un mensaje: eliminar</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>name of the key</comment>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Go to an account</source>
        <translation>Ir a una cuenta</translation>
    </message>
    <message>
        <source>1…9</source>
        <comment>keys</comment>
        <translation>1…9</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Add the conversation to favourites, or remove it</source>
        <translation>Añadir la conversación a favoritos o quitarla</translation>
    </message>
    <message>
        <source>On a message: copy link</source>
        <translation>En un mensaje: copiar enlace</translation>
    </message>
</context>
<context>
    <name>SignInStep</name>
    <message>
        <source>Other server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Username or email</source>
        <translation>Nombre de usuario o correo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>I am new here: make an account</source>
        <translation>Es mi primera vez aquí: crear una cuenta</translation>
    </message>
</context>
<context>
    <name>SignUpStep</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Invite code</source>
        <translation>Código de invitación</translation>
    </message>
    <message>
        <source>From whoever invited you.</source>
        <translation>De quien te haya invitado.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>A long one: you sign in with it.</source>
        <translation>Que sea larga: con ella inicias sesión.</translation>
    </message>
    <message>
        <source>Making your account…</source>
        <translation>Creando tu cuenta…</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Crear una cuenta</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Resize</source>
        <translation>Cambiar el ancho</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>What this account keeps on this computer is encrypted. It opens at once and can be read without a connection.</source>
        <translation>Lo que esta cuenta guarda en este equipo está cifrado. Se abre al instante y se puede leer sin conexión.</translation>
    </message>
    <message>
        <source>Messages, channels and people</source>
        <translation>Mensajes, canales y personas</translation>
    </message>
    <message>
        <source>They are fetched again where you look at them. Your drafts, and what waits to be sent, stay.</source>
        <translation>Se vuelven a traer cuando los miras. Tus borradores y lo que espera a ser enviado se conservan.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear the messages kept here</source>
        <translation>Vaciar los mensajes guardados aquí</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Of people and of files. The oldest go by themselves.</source>
        <translation>De personas y de archivos. Las más antiguas se van solas.</translation>
    </message>
    <message>
        <source>Clear the pictures kept here</source>
        <translation>Vaciar las imágenes guardadas aquí</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Nowhere for long: it goes when PlexiChat ends, since you did not want to stay signed in or this computer has no place for the key.</source>
        <translation>En ningún sitio por mucho tiempo: se va cuando PlexiChat termina, porque no querías seguir conectado o este equipo no tiene dónde guardar la clave.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
</context>
<context>
    <name>SwitcherRow</name>
    <message>
        <source>Enter</source>
        <comment>name of the key</comment>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message>
        <source>Thread</source>
        <translation>Hilo</translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadSummary</name>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Cargando mensajes…</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>No se han podido cargar los mensajes</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>¿Eliminar este mensaje?</translation>
    </message>
    <message>
        <source>It disappears for everybody in the channel. This cannot be undone.</source>
        <translation>Desaparece para todo el canal. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>TimelineStart</name>
    <message>
        <source>Welcome to #%1</source>
        <translation>Te damos la bienvenida a #%1</translation>
    </message>
    <message>
        <source>This is the beginning of your conversation with %1.</source>
        <translation>Aquí empieza tu conversación con %1.</translation>
    </message>
    <message>
        <source>This is the beginning of the channel. Say hello.</source>
        <translation>Aquí empieza el canal. Saluda.</translation>
    </message>
    <message>
        <source>Older messages could not be loaded.</source>
        <translation>No se han podido cargar los mensajes anteriores.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
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
        <translation>Inicio de sesión en dos pasos</translation>
    </message>
    <message numerus="yes">
        <source>On: a code from your phone as well as the password. %n recovery code(s) left.</source>
        <translation>
            <numerusform>Activado: un código de tu teléfono además de la contraseña. Queda %n código de recuperación.</numerusform>
            <numerusform>Activado: un código de tu teléfono además de la contraseña. Quedan %n códigos de recuperación.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code from your phone as well as the password.</source>
        <translation>Un código de tu teléfono además de la contraseña.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>QR code for an authenticator app</source>
        <translation>Código QR para una aplicación de autenticación</translation>
    </message>
    <message>
        <source>1. Scan this with an authenticator app</source>
        <translation>1. Escanea esto con una aplicación de autenticación</translation>
    </message>
    <message>
        <source>Any app that makes six-digit codes will do.</source>
        <translation>Vale cualquier aplicación que genere códigos de seis cifras.</translation>
    </message>
    <message>
        <source>2. Or type this key into it</source>
        <translation>2. O escribe en ella esta clave</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Copiar la clave</translation>
    </message>
    <message>
        <source>3. Type the code that it shows</source>
        <translation>3. Escribe el código que muestra</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep these recovery codes somewhere safe. Each signs you in once, should you lose your phone. They are not shown again.</source>
        <translation>Guarda estos códigos de recuperación en un lugar seguro. Cada uno sirve para iniciar sesión una vez si pierdes el teléfono. No se vuelven a mostrar.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todos</translation>
    </message>
</context>
<context>
    <name>UploadCard</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
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
        <translation>En línea</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Quit PlexiChat</source>
        <translation>Salir de PlexiChat</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Signing you in…</source>
        <translation>Iniciando tu sesión…</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>Próximo intento en %n s.</numerusform>
            <numerusform>Próximo intento en %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Width of the channel list</source>
        <translation>Ancho de la lista de canales</translation>
    </message>
    <message>
        <source>Width of the right panel</source>
        <translation>Ancho del panel derecho</translation>
    </message>
</context>
<context>
    <name>plexi::app::AccountSettings</name>
    <message>
        <source>The current password is wrong.</source>
        <translation>La contraseña actual no es correcta.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>La contraseña no es correcta.</translation>
    </message>
    <message>
        <source>This code does not fit. Wait for the next one and try again.</source>
        <translation>Este código no vale. Espera al siguiente e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>This file is no picture that PlexiChat can read.</source>
        <translation>Este archivo no es una imagen que PlexiChat pueda leer.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeys</name>
    <message>
        <source>The password is wrong.</source>
        <translation>La contraseña es incorrecta.</translation>
    </message>
    <message>
        <source>Only administrators can make a key that administers.</source>
        <translation>Solo los administradores pueden crear una clave que administra.</translation>
    </message>
    <message>
        <source>You have too many keys. Revoke one first.</source>
        <translation>Tienes demasiadas claves. Revoca antes alguna.</translation>
    </message>
</context>
<context>
    <name>plexi::app::ApiKeysModel</name>
    <message>
        <source>May administer</source>
        <translation>Puede administrar</translation>
    </message>
    <message>
        <source>May read and write</source>
        <translation>Puede leer y escribir</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Puede leer</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>caducada</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>day</comment>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>last used on %1</source>
        <comment>day</comment>
        <translation>usada por última vez el %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nunca usada</translation>
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
        <translation>Se cerró la sesión de %1 en %2. Añade otra vez la cuenta para seguir allí.</translation>
    </message>
</context>
<context>
    <name>plexi::app::CompletionModel</name>
    <message>
        <source>Everybody in the channel</source>
        <translation>Todos los del canal</translation>
    </message>
    <message>
        <source>Everybody who is online</source>
        <translation>Todos los que están en línea</translation>
    </message>
</context>
<context>
    <name>plexi::app::DevicesModel</name>
    <message>
        <source>Unknown program</source>
        <translation>Programa desconocido</translation>
    </message>
    <message>
        <source>active now</source>
        <translation>activo ahora</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>hoy, %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::Downloads</name>
    <message>
        <source>Saved, %1</source>
        <comment>size of a file</comment>
        <translation>Guardado, %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>size of a file</comment>
        <translation>%1 de %2</translation>
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
        <translation>Hoy</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n archivo, %1</numerusform>
            <numerusform>%n archivos, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::HostStepsModel</name>
    <message>
        <source>Preparing the storage</source>
        <translation>Preparando el almacenamiento</translation>
    </message>
    <message>
        <source>Creating your account</source>
        <translation>Creando tu cuenta</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Iniciando el servidor</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
</context>
<context>
    <name>plexi::app::LocalServer</name>
    <message>
        <source>The server program is missing. Install PlexiChat again.</source>
        <translation>Falta el programa del servidor. Vuelve a instalar PlexiChat.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>No se puede escribir en la carpeta %1.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Dice: %1</translation>
    </message>
    <message>
        <source>The server program does not start.</source>
        <translation>El programa del servidor no arranca.</translation>
    </message>
    <message>
        <source>Your account could not be made.</source>
        <translation>No se ha podido crear tu cuenta.</translation>
    </message>
    <message>
        <source>The server was stopped.</source>
        <translation>El servidor se ha detenido.</translation>
    </message>
    <message>
        <source>The server does not start.</source>
        <translation>El servidor no arranca.</translation>
    </message>
</context>
<context>
    <name>plexi::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
</context>
<context>
    <name>plexi::app::Outbox</name>
    <message>
        <source>Sending the files, %1 %</source>
        <comment>percentage</comment>
        <translation>Enviando los archivos, %1 %</translation>
    </message>
</context>
<context>
    <name>plexi::app::SearchFilters</name>
    <message>
        <source>From %1</source>
        <comment>person</comment>
        <translation>De %1</translation>
    </message>
    <message>
        <source>In #%1</source>
        <translation>En #%1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>day</comment>
        <translation>Desde el %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>day</comment>
        <translation>Hasta el %1</translation>
    </message>
</context>
<context>
    <name>plexi::app::Session</name>
    <message numerus="yes">
        <source>Connecting… %n message(s) will be sent.</source>
        <translation>
            <numerusform>Conectando… Se enviará %n mensaje.</numerusform>
            <numerusform>Conectando… Se enviarán %n mensajes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message numerus="yes">
        <source>No connection. %n message(s) will be sent when it is back.</source>
        <translation>
            <numerusform>Sin conexión. %n mensaje se enviará cuando vuelva.</numerusform>
            <numerusform>Sin conexión. %n mensajes se enviarán cuando vuelva.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection. You can go on reading and writing.</source>
        <translation>Sin conexión. Puedes seguir leyendo y escribiendo.</translation>
    </message>
    <message>
        <source>A message can have at most %L1 characters. Split this one.</source>
        <translation>Un mensaje puede tener como máximo %L1 caracteres. Divídelo.</translation>
    </message>
    <message>
        <source>The message was not changed. %1</source>
        <translation>El mensaje no se ha modificado. %1</translation>
    </message>
    <message>
        <source>The message was not deleted. %1</source>
        <translation>El mensaje no se ha eliminado. %1</translation>
    </message>
    <message>
        <source>You are still in the channel. %1</source>
        <translation>Sigues en el canal. %1</translation>
    </message>
    <message>
        <source>The reaction was not changed. %1</source>
        <translation>La reacción no se cambió. %1</translation>
    </message>
    <message>
        <source>The pin was not changed. %1</source>
        <translation>No se cambió lo fijado. %1</translation>
    </message>
    <message>
        <source>%1 in #%2</source>
        <comment>person, channel</comment>
        <translation>%1 en #%2</translation>
    </message>
    <message>
        <source>The message could not be loaded. %1</source>
        <translation>No se pudo cargar el mensaje. %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <comment>date and time</comment>
        <translation>Imagen %1</translation>
    </message>
    <message>
        <source>The notifications were not changed. %1</source>
        <translation>No se cambiaron las notificaciones. %1</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <comment>person, day</comment>
        <translation>Creado por %1 el %2</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <comment>day</comment>
        <translation>Creado el %1</translation>
    </message>
    <message>
        <source>The link to the message is in the clipboard.</source>
        <translation>El enlace al mensaje está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>plexi::app::SignUpErrors</name>
    <message>
        <source>Somebody has this name. Choose another one.</source>
        <translation>Alguien tiene ya este nombre. Elige otro.</translation>
    </message>
    <message>
        <source>Choose 2 to 32 of the letters a to z, figures, dots, hyphens and underscores.</source>
        <translation>Elige de 2 a 32 caracteres: letras de la a a la z, cifras, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>There is an account with this address. Sign in with it, or use another address.</source>
        <translation>Ya hay una cuenta con esta dirección. Inicia sesión con ella o usa otra dirección.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Write it like ann@example.org.</source>
        <translation>No es una dirección de correo. Escríbela como ann@example.org.</translation>
    </message>
    <message>
        <source>A name has at most 80 characters.</source>
        <translation>Un nombre tiene como mucho 80 caracteres.</translation>
    </message>
    <message>
        <source>Choose another one: long, not a common one, and neither your name nor your address.</source>
        <translation>Elige otra: larga, poco común y que no sea tu nombre ni tu dirección.</translation>
    </message>
    <message>
        <source>This server needs an invite code. Ask somebody who is there for one.</source>
        <translation>Este servidor pide un código de invitación. Pídeselo a alguien que esté en él.</translation>
    </message>
    <message>
        <source>This code is not right, or is used up. Ask for a new one.</source>
        <translation>Este código no es correcto o está agotado. Pide uno nuevo.</translation>
    </message>
    <message>
        <source>Nobody can make an account here by themselves. Ask an administrator of the workspace for one.</source>
        <translation>Aquí nadie puede crearse una cuenta. Pídesela a un administrador del espacio.</translation>
    </message>
</context>
<context>
    <name>plexi::app::SwitcherModel</name>
    <message>
        <source>not joined yet</source>
        <translation>aún no te has unido</translation>
    </message>
</context>
<context>
    <name>plexi::app::TimelineModel</name>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Waiting for the connection, number %1 in the queue</source>
        <translation>A la espera de conexión, número %1 en la cola</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Deleted message</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Un mensaje anterior</translation>
    </message>
    <message>
        <source>last today at %1</source>
        <translation>la última hoy a las %1</translation>
    </message>
    <message>
        <source>last yesterday at %1</source>
        <translation>la última ayer a las %1</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>la última el %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Tray</name>
    <message numerus="yes">
        <source>%n message(s) for you</source>
        <translation>
            <numerusform>%n mensaje para ti</numerusform>
            <numerusform>%n mensajes para ti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Typing</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 y %2 están escribiendo…</translation>
    </message>
    <message>
        <source>Several people are typing…</source>
        <translation>Varias personas están escribiendo…</translation>
    </message>
</context>
<context>
    <name>plexi::app::UploadListModel</name>
    <message>
        <source>Waiting, %1</source>
        <translation>En espera, %1</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <comment>percentage</comment>
        <translation>En pausa al %1 %</translation>
    </message>
    <message>
        <source>Ready, %1</source>
        <translation>Listo, %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <comment>percentage, size</comment>
        <translation>%1 % de %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 %, %2/s, %n s left</source>
        <comment>percentage, size</comment>
        <translation>
            <numerusform>%1 %, %2/s, queda %n s</numerusform>
            <numerusform>%1 %, %2/s, quedan %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n archivo, %1</numerusform>
            <numerusform>%n archivos, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plexi::app::Uploads</name>
    <message>
        <source>“%1” is a folder. Attach its files, or an archive of it.</source>
        <translation>«%1» es una carpeta. Adjunta sus archivos o un archivo comprimido.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>No se puede leer «%1».</translation>
    </message>
    <message numerus="yes">
        <source>A message can carry %n file(s).</source>
        <translation>
            <numerusform>Un mensaje puede llevar %n archivo.</numerusform>
            <numerusform>Un mensaje puede llevar %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was changed or is not there any more.</source>
        <translation>«%1» ha cambiado o ya no está.</translation>
    </message>
</context>
<context>
    <name>plexi::app::WelcomeController</name>
    <message>
        <source>This is no address of a server. Write it like chat.example.org or localhost:8000.</source>
        <translation>No es la dirección de un servidor. Escríbela así: chat.example.org o localhost:8000.</translation>
    </message>
    <message>
        <source>Enter your user name and your password.</source>
        <translation>Escribe tu nombre de usuario y tu contraseña.</translation>
    </message>
    <message>
        <source>Fill in the workspace&apos;s name, your user name and a password.</source>
        <translation>Rellena el nombre del espacio, tu nombre de usuario y una contraseña.</translation>
    </message>
    <message>
        <source>This code does not fit, or was used already. Wait for the next one.</source>
        <translation>Este código no vale o ya se usó. Espera al siguiente.</translation>
    </message>
    <message>
        <source>Enter the code that was sent to your phone.</source>
        <translation>Escribe el código que se envió a tu teléfono.</translation>
    </message>
    <message>
        <source>Enter the six-digit code that your authenticator app shows.</source>
        <translation>Escribe el código de seis cifras que muestra tu aplicación de autenticación.</translation>
    </message>
    <message>
        <source>Enter one of your recovery codes.</source>
        <translation>Escribe uno de tus códigos de recuperación.</translation>
    </message>
    <message>
        <source>It took too long, or too many codes were wrong. Enter your password again.</source>
        <translation>Pasó demasiado tiempo o hubo demasiados códigos erróneos. Escribe otra vez tu contraseña.</translation>
    </message>
    <message>
        <source>This is none of your recovery codes, or it was used already. Check it, or take another one.</source>
        <translation>No es ninguno de tus códigos de recuperación o ya se usó. Revísalo o usa otro.</translation>
    </message>
    <message>
        <source>This code does not fit, or is too old. Check it, or have another one sent.</source>
        <translation>Este código no vale o es demasiado antiguo. Revísalo o pide que te envíen otro.</translation>
    </message>
</context>
</TS>
