// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// plexichat-app-bench TASK: one measurement of the desktop app, for plexichat-bench, which starts it on a screen of its own.
#include "app/allocator.h"
#include "bench/app/tasks.h"

#include <QGuiApplication>
#include <QQmlEngineExtensionPlugin>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTranslator>

#include <cstdio>
#include <exception>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;
using namespace plexi::bench;

namespace {

int run(const QStringList &arguments)
{
    const QString task = arguments.value(0);
    if (task == "empty"_L1)
        return showEmptyWindow();
    if (task != "write"_L1)
        sayReady();
    if (task == "keep"_L1 && arguments.size() > 2)
        keepMessages(arguments.sliced(2), arguments[1].toInt());
    else if (task == "use"_L1)
        useEverything();
    else if (task == "read"_L1)
        readGeneral();
    else if (task == "write"_L1)
        writeInGeneral();
    else
        return 2;
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    // As app/main.cpp does it.
    plexi::app::preferLittleMemory();
    QCoreApplication::setApplicationName(u"plexichat"_s);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication gui(argc, argv);
    QTranslator english;
    if (english.load(u":/i18n/plexichat_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    try {
        const int status = run(QCoreApplication::arguments().sliced(1));
        if (status == 2)
            std::fputs("usage: plexichat-app-bench empty | keep MESSAGES ADDRESS… | use | read | write\n", stderr);
        return status;
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "plexichat-app-bench: %s\n", failure.what());
        return 1;
    }
}
