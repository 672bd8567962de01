// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screenshots/studio.h"

#include "qml/support/icon_provider.h"
#include "qml/support/server_image_provider.h"

#include <QQmlAbstractUrlInterceptor>
#include <QQuickItem>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace plexi::test {

using app::AppSettings;

namespace {

constexpr int kPatience = 8000;
constexpr int kMoment = 60;

QObject *findBelow(QObject *parent, const QString &prefix)
{
    const auto children = parent->findChildren<QObject *>();
    for (QObject *child : children) {
        const QString type = QString::fromLatin1(child->metaObject()->className());
        if (type == prefix || type.startsWith(prefix + "_QML"_L1))
            return child;
    }
    return nullptr;
}

/** Makes the popups that wait to be opened. */
void makeAll(const QObject *parent)
{
    const auto children = parent->findChildren<QObject *>();
    for (QObject *child : children) {
        const QLatin1StringView type(child->metaObject()->className());
        if (type.startsWith("OnDemand_"_L1) || type.startsWith("DialogLoader_"_L1))
            QMetaObject::invokeMethod(child, "make");
    }
}

QQuickItem *findItemBelow(QQuickItem *parent, const QString &prefix)
{
    const auto children = parent->childItems();
    for (QQuickItem *child : children) {
        const QString type = QString::fromLatin1(child->metaObject()->className());
        if (child->isVisible() && (type == prefix || type.startsWith(prefix + "_QML"_L1)))
            return child;
        if (QQuickItem *found = findItemBelow(child, prefix))
            return found;
    }
    return nullptr;
}

/** Reads the QML files from a checkout instead of from the program, so that an edit shows without a build. */
class FromFolder : public QQmlAbstractUrlInterceptor
{
public:
    explicit FromFolder(const QString &folder) : m_folder(folder) { }

    QUrl intercept(const QUrl &url, DataType type) override
    {
        constexpr QLatin1StringView kModule("/qt/qml/PlexiChat/");
        const bool isOurs = type == QmlFile && url.scheme() == "qrc"_L1 && url.path().startsWith(kModule)
            && !url.path().startsWith("/qt/qml/PlexiChat/App/"_L1);
        return isOurs ? QUrl::fromLocalFile(m_folder + u'/' + url.path().sliced(kModule.size())) : url;
    }

private:
    QString m_folder;
};

} // namespace

Studio::Studio(const QString &folder) : m_folder(folder), m_sample(&m_server.world)
{
    m_application = std::make_unique<app::Application>(app::ProfilePaths{
        .profile = u"pictures"_s,
        .configDirectory = m_profile.filePath(u"config"_s),
        .dataDirectory = m_profile.filePath(u"data"_s),
    });
    m_server.sessions = m_sample.devices();
    m_server.fileList = m_sample.files();
    m_application->settings()->setReducedMotion(true);
    m_application->settings()->setFontScale(fontScale);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError> &warnings) {
        for (const QQmlError &warning : warnings)
            complain(warning.toString());
    });
    if (const QString qml = qEnvironmentVariable("PLEXICHAT_QML_FOLDER"); !qml.isEmpty()) {
        m_fromFolder = std::make_unique<FromFolder>(qml);
        m_engine->addUrlInterceptor(m_fromFolder.get());
    }
    m_engine->addImageProvider(u"icon"_s, new IconProvider);
    m_engine->addImageProvider(u"server"_s, new ServerImageProvider(m_application.get()));
    m_engine->setInitialProperties({{u"app"_s, QVariant::fromValue(m_application.get())}});
    m_engine->loadFromModule("PlexiChat"_L1, "Main"_L1);
    if (m_engine->rootObjects().isEmpty()) {
        complain(u"Main.qml does not load"_s);
        return;
    }
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    m_window->requestActivate();
    unhover();
    await("window", [this] { return m_window->isActive(); });
}

Studio::~Studio()
{
    m_engine.reset();
    m_application->quit();
}

bool Studio::signIn()
{
    m_application->welcome()->rememberedServers()->remember(
        {.name = u"Tidewater Labs"_s, .address = m_server.url().toString(), .username = SampleWorld::kUsername});
    m_application->startSignedIn(m_server.url().toString(), SampleWorld::kUsername, u"secret"_s);
    await("signed in", [this] { return m_application->session() != nullptr; });
    if (!m_application->session())
        return false;
    await("online", [this] {
        return session().line() == app::Session::Online && session().channelsState() == app::Session::Ready;
    });
    return true;
}

void Studio::resize(int width, int height)
{
    m_window->resize(width, height);
    settle();
}

void Studio::open(ChannelId channel)
{
    session().openChannel(channel.toString());
    await("timeline", [this] { return !session().timeline()->isLoading(); });
    await("members", [this] { return session().members()->count() > 0 || session().line() != app::Session::Online; });
    settle();
}

void Studio::await(const char *what, const std::function<bool()> &condition)
{
    if (!QTest::qWaitFor(condition, kPatience))
        complain(u"waited in vain for: "_s + QString::fromLatin1(what));
}

void Studio::settle()
{
    QTest::qWait(kMoment);
}

QObject *Studio::find(const QString &type) const
{
    // What a page is made of is not among the window's children, since a repeater made the page.
    QQuickItem *page = findItem(u"WorkspacePage"_s);
    if (page)
        makeAll(page);
    QObject *object = page ? findBelow(page, type) : nullptr;
    if (!object)
        object = findBelow(m_window, type);
    return object ? object : findItemBelow(m_window->contentItem(), type);
}

QQuickItem *Studio::findItem(const QString &type) const
{
    return findItemBelow(m_window->contentItem(), type);
}

void Studio::call(const QString &type, const char *function)
{
    QObject *object = find(type);
    if (!object || !QMetaObject::invokeMethod(object, function))
        complain(u"no %1.%2()"_s.arg(type, QString::fromLatin1(function)));
    settle();
}

void Studio::hoverTimeline(qreal share)
{
    const QQuickItem *timeline = findItem(u"Timeline"_s);
    if (!timeline) {
        complain(u"no timeline to point at"_s);
        return;
    }
    const QPointF point = timeline->mapToScene(QPointF(timeline->width() / 3, timeline->height() * share));
    QTest::mouseMove(m_window, point.toPoint());
    settle();
}

void Studio::unhover()
{
    QTest::mouseMove(m_window, QPoint(1, m_window->height() / 2));
}

void Studio::type(const QString &text)
{
    for (const QChar character : text)
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString(character), Qt::NoModifier);
    settle();
}

void Studio::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, key, modifiers);
    settle();
}

void Studio::shoot(const QString &name)
{
    for (const auto &[scheme, suffix] :
         {std::pair(AppSettings::Light, "light"_L1), std::pair(AppSettings::Dark, "dark"_L1)}) {
        m_application->settings()->setColorScheme(scheme);
        settle();
        const QString file = u"%1/%2-%3.png"_s.arg(m_folder, name, suffix);
        if (!m_window->grabWindow().save(file))
            complain(u"cannot write "_s + file);
    }
}

void Studio::complain(const QString &text)
{
    ++m_complaints;
    std::fprintf(stderr, "screenshots: %s\n", qUtf8Printable(text));
}

} // namespace plexi::test
