// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/person.h"

#include "qml/support/icon_provider.h"
#include "qml/support/server_image_provider.h"

#include <QAccessible>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr int kTimeout = 20'000;

template <typename Predicate>
QQuickItem *findItem(QQuickItem *item, Predicate matches)
{
    if (!item->isVisible())
        return nullptr;
    if (matches(item))
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = findItem(child, matches))
            return found;
    }
    return nullptr;
}

} // namespace

Person::Person(const QString &name)
{
    m_paths.profile = name;
    m_paths.configDirectory = m_folder.filePath(u"config"_s);
    m_paths.dataDirectory = m_folder.filePath(u"data"_s);
}

Person::Person(const QString &name, const QString &folder)
{
    m_paths.profile = name;
    m_paths.configDirectory = folder + "/config"_L1;
    m_paths.dataDirectory = folder + "/data"_L1;
}

Person::~Person()
{
    close();
}

bool Person::open()
{
    m_app = std::make_unique<app::Application>(m_paths);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImageProvider(u"icon"_s, new IconProvider);
    m_engine->addImageProvider(u"server"_s, new ServerImageProvider(m_app.get()));
    m_engine->setInitialProperties({{u"app"_s, QVariant::fromValue(m_app.get())}});
    m_engine->loadFromModule("PlexiChat", "Main");
    if (m_engine->rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
    m_app->start();
    return m_window && QTest::qWaitForWindowExposed(m_window);
}

void Person::close()
{
    m_window = nullptr;
    m_engine.reset();
    m_app.reset();
}

bool Person::activate()
{
    m_window->requestActivate();
    return QTest::qWaitForWindowActive(m_window, kTimeout);
}

QQuickItem *Person::find(const QString &accessibleName) const
{
    return findItem(m_window->contentItem(), [&](QQuickItem *item) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        const QString name = accessible && accessible->isValid() ? accessible->text(QAccessible::Name) : QString();
        // While no screen reader runs, Qt does not make a button's text its name yet.
        return (name.isEmpty() && item->inherits("QQuickAbstractButton") ? item->property("text").toString() : name)
            == accessibleName;
    });
}

bool Person::click(const QString &accessibleName)
{
    if (!QTest::qWaitFor([&] { return find(accessibleName) != nullptr; }, kTimeout))
        return false;
    QQuickItem *item = find(accessibleName);
    const QPointF centre = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, centre.toPoint());
    return true;
}

void Person::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

bool Person::signIn(const QUrl &server, const QString &username, const QString &password)
{
    if (!activate() || !click(u"Server address"_s))
        return false;
    type(server.toString());
    QTest::keyClick(m_window, Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return m_app->welcome()->step() == app::WelcomeController::SignIn; }, kTimeout))
        return false;
    if (m_app->welcome()->tokenStorage() == app::WelcomeController::NeedsChoice)
        m_app->welcome()->chooseTokenStorage(app::WelcomeController::File);
    if (!click(u"Username or email"_s))
        return false;
    type(username);
    if (!click(u"Password"_s))
        return false;
    type(password);
    QTest::keyClick(m_window, Qt::Key_Return);
    return QTest::qWaitFor([this] { return session() && session()->line() == app::Session::Online; }, kTimeout);
}

bool Person::openChannel(const QString &channel)
{
    return activate() && click(u"%1, channel"_s.arg(channel))
        && QTest::qWaitFor([&] { return session()->currentChannelName() == channel; }, kTimeout);
}

bool Person::reachComposer()
{
    const QString online = u"Message #%1"_s.arg(session()->currentChannelName());
    const QString offline = u"Write now, it is sent once you are back online"_s;
    return activate() && click(find(online) ? online : offline);
}

bool Person::write(const QString &text)
{
    if (!begin(text))
        return false;
    QTest::keyClick(m_window, Qt::Key_Return);
    return true;
}

bool Person::begin(const QString &text)
{
    if (!reachComposer())
        return false;
    type(text);
    return true;
}

void Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, key, modifiers);
}

void Person::pressEnter()
{
    press(Qt::Key_Return);
}

bool Person::reachNewest()
{
    if (!reachComposer())
        return false;
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    const int rows = session()->timeline()->rowCount();
    for (int i = 0; i < rows; ++i)
        press(Qt::Key_Down);
    return QTest::qWaitFor([this] { return hasKeyboard("MessageRow_"_L1); }, kTimeout);
}

bool Person::hasKeyboard(QLatin1StringView type) const
{
    const QQuickItem *item = m_window->activeFocusItem();
    return item && QLatin1StringView(item->metaObject()->className()).startsWith(type);
}

bool Person::replyInThread(const QString &text)
{
    if (!reachNewest())
        return false;
    press(Qt::Key_T);
    if (!click(u"Reply in the thread"_s))
        return false;
    type(text);
    press(Qt::Key_Return);
    return click(u"Close"_s) && QTest::qWaitFor([this] { return session()->threadId().isEmpty(); }, kTimeout);
}

bool Person::react(const QString &emojiName)
{
    if (!reachNewest())
        return false;
    press(Qt::Key_Plus);
    if (!QTest::qWaitFor([this] { return find(u"Find an emoji"_s) != nullptr; }, kTimeout))
        return false;
    type(emojiName);
    press(Qt::Key_Return);
    return true;
}

bool Person::rewriteLast(const QString &text)
{
    if (!reachComposer())
        return false;
    press(Qt::Key_Up);
    if (!QTest::qWaitFor([this] { return sees(u"Editing your message"_s); }, kTimeout))
        return false;
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
    press(Qt::Key_Return);
    return true;
}

bool Person::drop(const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    const QPoint middle(m_window->width() / 2, m_window->height() / 2);
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &enter);
    QDragMoveEvent move(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &move);
    if (!move.isAccepted())
        return false;
    QDropEvent letGo(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &letGo);
    return letGo.isAccepted() && session()->uploads()->count() == files.size();
}

bool Person::hasUploaded() const
{
    const app::UploadListModel *uploads = session()->uploads();
    for (int row = 0; row < uploads->count(); ++row) {
        if (uploads->index(row).data(app::UploadListModel::StageRole) != app::UploadListModel::Done)
            return false;
    }
    return uploads->count() > 0;
}

bool Person::signOut()
{
    return activate() && click(u"You: %1"_s.arg(session()->displayName())) && click(u"Sign out"_s)
        && QTest::qWaitFor([this] { return m_app->page() == app::Application::Welcome; }, kTimeout);
}

bool Person::sees(const QString &text) const
{
    return findItem(m_window->contentItem(),
                    [&](QQuickItem *item) { return item->property("text").toString().contains(text); })
        != nullptr;
}

bool Person::showsPicture(const QString &name) const
{
    QQuickItem *tile = findItem(m_window->contentItem(), [&](QQuickItem *item) {
        return item->inherits("QQuickAbstractButton") && item->property("text").toString().contains(name);
    });
    return tile && findItem(tile, [](QQuickItem *item) {
               // 1: Image.Ready
               return item->property("source").toString().startsWith("image://server/"_L1)
                   && item->property("status").toInt() == 1;
           });
}

QStringList Person::timeline() const
{
    QStringList contents;
    const app::TimelineModel *model = session()->timeline();
    for (int row = 0; row < model->rowCount(); ++row)
        contents.append(model->data(model->index(row, 0), app::TimelineModel::ContentRole).toString());
    return contents;
}

} // namespace plexi::test
