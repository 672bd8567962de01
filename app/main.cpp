// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/allocator.h"
#include "app/application.h"
#include "app/command_line.h"
#include "app/notifications/tray.h"
#include "app/profile_paths.h"
#include "app/quit_signals.h"
#include "app/single_instance.h"
#include "qml/support/icon_provider.h"
#include "qml/support/server_image_provider.h"
#include "shared/core/version.h"

#include <QDir>
#include <QEventLoop>
#include <QGuiApplication>
#include <QIcon>
#include <QLoggingCategory>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlEngineExtensionPlugin>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>
#include <cstring>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;
using namespace plexi::app;

namespace {

/** How the program gets to its first picture: QT_LOGGING_RULES=plexichat.start.info=true shows it. */
Q_LOGGING_CATEGORY(startLog, "plexichat.start", QtWarningMsg)

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fputc('\n', stream);
}

/** Works without a display. Nothing: go on and run. */
std::optional<int> answerWithoutWindow(const CommandLine &line)
{
    switch (line.wish) {
    case CommandLine::Wish::Run:
        return std::nullopt;
    case CommandLine::Wish::Help:
        print(stdout, line.text.trimmed());
        return 0;
    case CommandLine::Wish::Version:
        print(stdout, QString::fromLatin1(plexi::kVersion));
        return 0;
    case CommandLine::Wish::WrongUsage:
        break;
    }
    print(stderr, "plexichat: "_L1 + line.text);
    return 2;
}

void chooseRenderer()
{
    // No shadow, blur or shader is drawn anywhere, so the software renderer is fast enough, and it needs a third of the
    // memory of OpenGL (60 MB against 167 MB for an empty window). Who wants the graphics card sets QSG_RHI_BACKEND.
    if (qEnvironmentVariableIsEmpty("QSG_RHI_BACKEND") && qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

/** Takes a variable out of the environment: no child process gets it, and /proc does not show it any more. */
QString takeVariable(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    if (char *raw = std::getenv(name))
        std::memset(raw, '\0', std::strlen(raw));
    qunsetenv(name);
    return value;
}

/** Texts, dates and numbers in this language; the system's where it is empty. */
void speak(const QString &language, QTranslator *translator)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(translator);
    if (translator->load(locale, u"plexichat"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(translator);
}

/** What waits for the person shows in the panel, and leads to the window. */
void follow(Application *application, Tray *tray)
{
    QObject::connect(tray, &Tray::activated, application, &Application::raiseRequested);
    QObject::connect(application->accounts(), &AccountsModel::mentionTotalChanged, tray,
                     [application, tray] { tray->setMentions(application->accounts()->mentionTotal()); });
}

/** Where a panel shows the program's icon, closing the window need not end it. */
void stayInTray(const Application *application, const AppSettings *settings, const Tray *tray)
{
    const auto decide = [settings, tray] {
        QGuiApplication::setQuitOnLastWindowClosed(!settings->closeToTray() || !tray->isShown());
    };
    QObject::connect(settings, &AppSettings::closeToTrayChanged, application, decide);
    QObject::connect(tray, &Tray::shownChanged, application, decide);
    decide();
}

/** Tells what waits for it, and the log, once when the window has shown the workspace, or the welcome page. */
void announceFirstPicture(QQuickWindow *window, Application *application)
{
    QObject::connect(
        window, &QQuickWindow::frameSwapped, application,
        [application] {
            qCInfo(startLog, "the first picture is shown");
            application->welcome()->announceFirstPicture();
        },
        Qt::SingleShotConnection);
}

/** Tells the log once when the open channel's messages are on the screen. */
void logFirstTimeline(QQuickWindow *window, Application *application)
{
    if (!startLog().isInfoEnabled())
        return;
    QObject::connect(window, &QQuickWindow::frameSwapped, application, [window, application] {
        if (!application->session() || application->session()->timeline()->rowCount() == 0)
            return;
        qCInfo(startLog, "the timeline is shown");
        QObject::disconnect(window, &QQuickWindow::frameSwapped, application, nullptr);
    });
}

void bringForward(QWindow *window)
{
    window->setWindowStates(window->windowStates() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->requestActivate();
}

/** Goes on with everything else until the component is read, or cannot be. */
void waitFor(const QQmlComponent &component)
{
    if (!component.isLoading())
        return;
    QEventLoop loop;
    QObject::connect(&component, &QQmlComponent::statusChanged, &loop, &QEventLoop::quit);
    loop.exec();
}

int run(QGuiApplication &gui, const CommandLine &line)
{
    quitOnSignals(&gui);
    const ProfilePaths paths = ProfilePaths::forProfile(line.profile);
    if (!QDir().mkpath(paths.configDirectory)) {
        print(stderr, u"plexichat: the folder %1 cannot be made"_s.arg(paths.configDirectory));
        return 1;
    }
    const QString username = takeVariable("PLEXICHAT_USERNAME");
    const QString password = takeVariable("PLEXICHAT_PASSWORD");
    SingleInstance instance(paths.configDirectory, paths.instanceName());
    if (!instance.claim(line.link))
        return 0;
    Application application(paths);
    QQmlApplicationEngine engine;
    // Read by a thread of the engine, while this one finds out who comes back and opens what is kept of their workspace.
    QQmlComponent types(&engine);
    types.loadFromModule("PlexiChat"_L1, "Main"_L1, QQmlComponent::Asynchronous);
    // English has the plurals of every text; the person's own language lies over it.
    QTranslator english;
    QTranslator own;
    if (english.load(u":/i18n/plexichat_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    speak(application.settings()->language(), &own);
    QObject::connect(application.settings(), &AppSettings::languageChanged, &engine, [&] {
        speak(application.settings()->language(), &own);
        engine.retranslate();
    });
    Tray tray;
    follow(&application, &tray);
    stayInTray(&application, application.settings(), &tray);
    // Before the window is made: who comes back finds the workspace in it.
    if (line.signInAddress.isEmpty())
        application.start();
    else
        application.startSignedIn(line.signInAddress, username, password);
    engine.addImageProvider(u"icon"_s, new plexi::IconProvider);
    engine.addImageProvider(u"server"_s, new plexi::ServerImageProvider(&application));
    const bool isMinimised = application.settings()->startMinimised();
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&application)}, {u"visible"_s, !isMinimised}});
    waitFor(types);
    qCInfo(startLog, "the window's types are read");
    engine.loadFromModule("PlexiChat"_L1, "Main"_L1);
    qCInfo(startLog, "the window is made");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    announceFirstPicture(window, &application);
    logFirstTimeline(window, &application);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application, &Application::raiseRequested);
    QObject::connect(&instance, &SingleInstance::told, &application, &Application::openLink);
    QObject::connect(&application, &Application::raiseRequested, window, [window] { bringForward(window); });
    if (isMinimised)
        window->showMinimized();
    application.openLink(line.link);
    const int status = QGuiApplication::exec();
    application.quit();
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    preferLittleMemory();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCoreApplication::setApplicationName(u"plexichat"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(plexi::kVersion));
    {
        const QCoreApplication console(argc, argv);
        if (const auto status = answerWithoutWindow(CommandLine::parse(arguments)))
            return *status;
    }
    chooseRenderer();
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication gui(argc, argv);
    QGuiApplication::setWindowIcon(QIcon(u":/plexichat/app/plexichat.svg"_s));
    QGuiApplication::setDesktopFileName(u"plexichat"_s);
    QGuiApplication::setApplicationDisplayName(u"PlexiChat"_s);
    return run(gui, CommandLine::parse(arguments));
}
