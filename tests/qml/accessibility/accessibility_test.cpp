// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and panel of the app, in text of the usual size and of twice that: whatever can be operated has a name, the keyboard
// gets there, and what the app says itself is to be read in full.
#include "tests/qml/screenshots/studio.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QQmlEngineExtensionPlugin>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>
#include <QTranslator>

#include <algorithm>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;
using namespace plexi::test;
using plexi::app::WelcomeController;

namespace {

/** More Tab presses than any page has stops. */
constexpr int kMaxStops = 150;

/** Knows which texts are the app's own and have nothing of others in them: names and messages may be shortened, these not. */
class OwnTexts : public QTranslator
{
public:
    static inline QSet<QString> fixed;

    bool isEmpty() const override { return false; }
    QString translate(const char * /*context*/, const char *source, const char * /*disambiguation*/,
                      int /*n*/) const override
    {
        const QString text = QString::fromUtf8(source);
        if (!text.isEmpty() && !text.contains(u'%'))
            fixed.insert(text);
        return text;
    }
};

bool isOperable(const QQuickItem *item)
{
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
        || item->inherits("QQuickTextArea") || item->inherits("QQuickListView");
}

QString nameOf(QQuickItem *item)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
    const QString name = interface && interface->isValid() ? interface->text(QAccessible::Name) : QString();
    // While no screen reader runs, Qt does not make a button's text its name yet.
    return name.isEmpty() && item->inherits("QQuickAbstractButton") ? item->property("text").toString() : name;
}

QString describe(const QQuickItem *item)
{
    QStringList path;
    for (; item && path.size() < 4; item = item->parentItem())
        path.append(QString::fromLatin1(item->metaObject()->className()));
    return path.join(u" in "_s);
}

void collect(QQuickItem *item, QList<QQuickItem *> &found)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    if (isOperable(item))
        found.append(item);
    for (QQuickItem *child : item->childItems())
        collect(child, found);
}

bool hasText(QQuickItem *item, const QString &text)
{
    if (!item->isVisible())
        return false;
    if (item->property("text").toString().contains(text) && item->inherits("QQuickText"))
        return true;
    return std::ranges::any_of(item->childItems(), [&](QQuickItem *child) { return hasText(child, text); });
}

/** Why this text of the app's own cannot be read in full; empty where it can. */
QString faultOf(QQuickItem *text)
{
    const auto number = [text](const char *name) {
        return text->property(name).toReal();
    };
    if (text->property("truncated").toBool())
        return u"shortened"_s;
    if (number("contentWidth") > text->width() + 1 || text->implicitHeight() > text->height() + 2)
        return u"larger than its place"_s;
    for (QQuickItem *above = text->parentItem(); above; above = above->parentItem()) {
        if (above->inherits("QQuickFlickable"))
            return {};
        if (!above->inherits("QQuickControl"))
            continue;
        const QRectF place = text->mapRectToItem(above, QRectF(0, 0, text->width(), text->height()));
        return above->boundingRect().adjusted(-2, -2, 2, 2).contains(place) ? QString() : u"outside its control"_s;
    }
    return {};
}

void collectCut(QQuickItem *item, QStringList &faults)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    if (item->inherits("QQuickText") && OwnTexts::fixed.contains(item->property("text").toString())) {
        if (const QString fault = faultOf(item); !fault.isEmpty())
            faults.append(item->property("text").toString() + u" is "_s + fault + u": "_s + describe(item));
    }
    for (QQuickItem *child : item->childItems())
        collectCut(child, faults);
}

/** A row of a list, which the list's arrow keys reach. */
bool isInView(const QQuickItem *item)
{
    for (const QQuickItem *above = item->parentItem(); above; above = above->parentItem()) {
        if (above->inherits("QQuickItemView"))
            return true;
    }
    return false;
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QList<QQuickItem *> operable(const Studio &studio)
    {
        QList<QQuickItem *> found;
        collect(studio.window()->contentItem(), found);
        return found;
    }

    static bool shows(const Studio &studio, const QString &text)
    {
        return hasText(studio.window()->contentItem(), text);
    }

    static QStringList nameless(const Studio &studio)
    {
        QStringList faults;
        for (QQuickItem *item : operable(studio)) {
            if (nameOf(item).trimmed().isEmpty())
                faults.append(describe(item));
        }
        return faults;
    }

    /** What Tab does not come to, though it can be operated. */
    static QStringList unreached(Studio &studio)
    {
        QSet<QQuickItem *> reached;
        for (int stop = 0; stop < kMaxStops; ++stop) {
            QTest::keyClick(studio.window(), Qt::Key_Tab);
            QQuickItem *item = studio.window()->activeFocusItem();
            if (!item || (stop > 3 && reached.contains(item) && reached.size() < stop / 2))
                break;
            for (; item; item = item->parentItem())
                reached.insert(item);
        }
        QStringList faults;
        for (QQuickItem *item : operable(studio)) {
            if (item->isEnabled() && !isInView(item) && !reached.contains(item))
                faults.append(nameOf(item) + u": "_s + describe(item));
        }
        return faults;
    }

    static QStringList cut(const Studio &studio)
    {
        QStringList faults;
        collectCut(studio.window()->contentItem(), faults);
        return faults;
    }

    static void check(Studio &studio, const char *page)
    {
        QTest::qWait(0);
        const QStringList unread = cut(studio);
        QVERIFY2(unread.isEmpty(), qPrintable(QString::fromLatin1(page) + u": "_s + unread.join(u"; "_s)));
        const QStringList faults = nameless(studio);
        QVERIFY2(faults.isEmpty(), qPrintable(QString::fromLatin1(page) + u": "_s + faults.join(u"; "_s)));
        const QStringList missed = unreached(studio);
        QVERIFY2(missed.isEmpty(), qPrintable(QString::fromLatin1(page) + u": "_s + missed.join(u"; "_s)));
    }

private slots:
    void welcome()
    {
        Studio studio(m_folder.path());
        WelcomeController *welcome = studio.application().welcome();
        studio.application().start();
        studio.await("start page", [welcome] { return !welcome->isBusy(); });
        check(studio, "connect");
        welcome->showHost();
        studio.settle();
        check(studio, "host");
        welcome->back();
        welcome->connectTo(studio.server().url().toString());
        studio.await("server found", [welcome] { return welcome->step() == WelcomeController::SignIn; });
        studio.settle();
        check(studio, "sign in");
        studio.server().code = u"123456"_s;
        welcome->signIn(SampleWorld::kUsername, u"secret"_s, false);
        studio.await("code", [welcome] { return welcome->step() == WelcomeController::Code && !welcome->isBusy(); });
        studio.settle();
        check(studio, "code");
        welcome->back();
        welcome->showSignUp();
        studio.settle();
        check(studio, "sign up");
        QCOMPARE(studio.complaints(), 0);
    }

    void workspace()
    {
        Studio studio(m_folder.path());
        QVERIFY(studio.signIn());
        studio.resize(1440, 900);
        studio.open(studio.sample().release);
        check(studio, "workspace");
        QQuickItem *page = studio.findItem(u"WorkspacePage"_s);
        QVERIFY(page);
        for (const auto &[panel, text] :
             std::initializer_list<std::pair<const char *, QString>>{{"members", u"Amara Okafor"_s},
                                                                     {"pins", u"Scope of 2.4"_s},
                                                                     {"files", u"tile-cache-trace.zip"_s},
                                                                     {"details", u"Every message"_s},
                                                                     {"search", u"Find a message"_s}}) {
            page->setProperty("panel", QString::fromLatin1(panel));
            studio.await(panel, [&] { return shows(studio, text); });
            check(studio, panel);
        }
        studio.session().openThread(studio.sample().cache.toString());
        studio.await("thread", [&] { return shows(studio, u"Memory on my old tablet"_s); });
        check(studio, "thread");
        QCOMPARE(studio.complaints(), 0);
    }

    void anotherAccount()
    {
        Studio studio(m_folder.path());
        QVERIFY(studio.signIn());
        studio.resize(1440, 900);
        studio.open(studio.sample().release);
        studio.application().addAccount();
        studio.settle();
        check(studio, "another account");
        QVERIFY(!studio.findItem(u"WorkspacePage"_s));
        studio.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(studio.findItem(u"WorkspacePage"_s));
        studio.application().addAccount();
        studio.settle();
        studio.press(Qt::Key_Escape);
        QVERIFY(studio.findItem(u"WorkspacePage"_s));
        // Whoever comes back can write.
        studio.type(u"x"_s);
        studio.await("draft",
                     [&studio] { return studio.session().draft(studio.session().currentChannelId()).contains(u'x'); });
        QCOMPARE(studio.complaints(), 0);
    }

    void dialogs()
    {
        Studio studio(m_folder.path());
        QVERIFY(studio.signIn());
        studio.resize(1440, 900);
        studio.open(studio.sample().release);
        for (const auto &dialog : {u"CreateChannelDialog"_s, u"BrowseChannelsDialog"_s, u"NewMessageDialog"_s,
                                   u"ConfirmDialog"_s, u"QuickSwitcher"_s}) {
            studio.call(dialog, "open");
            const QStringList faults = nameless(studio) + cut(studio);
            QVERIFY2(faults.isEmpty(), qPrintable(dialog + u": "_s + faults.join(u"; "_s)));
            studio.press(Qt::Key_Escape);
        }
        QCOMPARE(studio.complaints(), 0);
    }

    void theKeyCanBeCopied()
    {
        Studio studio(m_folder.path());
        QVERIFY(studio.signIn());
        QVERIFY(QMetaObject::invokeMethod(studio.findItem(u"WorkspacePage"_s), "openSettings",
                                          Q_ARG(QString, u"security"_s)));
        plexi::app::AccountSettings *account = studio.session().account();
        studio.await("factor", [account] { return account->factor() == plexi::app::AccountSettings::Off; });
        account->startTotp();
        const auto press = [&studio](const QString &name) {
            for (QQuickItem *item : operable(studio)) {
                if (nameOf(item) == name)
                    return QMetaObject::invokeMethod(item, "click");
            }
            return false;
        };
        QTRY_VERIFY(press(u"Copy the key"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), account->secret());
        account->confirmTotp(u"123456"_s);
        QTRY_VERIFY(press(u"Copy all"_s));
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n'), account->recoveryCodes());
        QCOMPARE(studio.complaints(), 0);
    }

    void settings()
    {
        Studio studio(m_folder.path());
        QVERIFY(studio.signIn());
        studio.resize(1440, 900);
        QQuickItem *page = studio.findItem(u"WorkspacePage"_s);
        QVERIFY(page);
        for (const auto &section : {u"profile"_s, u"security"_s, u"keys"_s, u"notifications"_s, u"appearance"_s,
                                    u"language"_s, u"shortcuts"_s, u"storage"_s}) {
            QVERIFY(QMetaObject::invokeMethod(page, "openSettings", Q_ARG(QString, section)));
            studio.settle();
            const QStringList faults = nameless(studio) + cut(studio);
            QVERIFY2(faults.isEmpty(), qPrintable(section + u": "_s + faults.join(u"; "_s)));
        }
        QCOMPARE(studio.complaints(), 0);
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication application(argc, argv);
    OwnTexts own;
    QCoreApplication::installTranslator(&own);
    AccessibilityTest test;
    const int faults = QTest::qExec(&test, argc, argv);
    Studio::fontScale = 2;
    AccessibilityTest large;
    return faults + QTest::qExec(&large, argc, argv);
}

#include "accessibility_test.moc"
