// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// plexichat-screenshots FOLDER [--rtl] [--large] [PART…]: every page and state of the app in both colour schemes, as PNG; or only
// the parts welcome, main, panels, settings, overlays, sizes, accounts, troubles. From right to left, in Arabic letters; with text
// of twice the size.

#include "tests/qml/screenshots/pseudo_locale.h"
#include "tests/qml/screenshots/studio.h"
#include "tests/qml/screenshots/welcome_pictures.h"
#include "tests/qml/screenshots/writing_pictures.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngineExtensionPlugin>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;
using namespace plexi::test;
using plexi::app::WelcomeController;

namespace {

constexpr QSize kWide(1440, 900);
constexpr QSize kMedium(1080, 800);
constexpr QSize kNarrow(720, 900);
constexpr QSize kPhone(400, 780);

void shootMain(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    studio.open(studio.sample().release);
    studio.session().setDraft(studio.sample().design.toString(), u"The contour colours"_s);
    for (const plexi::ChannelId favourite : {studio.sample().release, studio.sample().design})
        studio.session().setFavourite(favourite.toString(), true);
    studio.shoot(u"main"_s);
    studio.call(u"ChannelHeader"_s, "openMenu");
    studio.shoot(u"main-channel-menu"_s);
    studio.press(Qt::Key_Escape);
    studio.hoverTimeline(0.82);
    studio.shoot(u"main-hover"_s);
    studio.unhover();
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.shoot(u"main-members"_s);
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.type(u"I booked the quiet room for the test da"_s);
    studio.shoot(u"main-writing"_s);
    studio.press(Qt::Key_A, Qt::ControlModifier);
    studio.press(Qt::Key_Delete);
    shootSpelling(studio);
    studio.application().settings()->setCompact(true);
    studio.shoot(u"main-compact"_s);
    studio.application().settings()->setCompact(false);
    studio.press(Qt::Key_Backtab, Qt::ShiftModifier);
    studio.press(Qt::Key_Up);
    studio.shoot(u"main-row-focus"_s);
    studio.press(Qt::Key_Escape);
    studio.open(studio.sample().directKenji);
    studio.shoot(u"main-direct"_s);
    studio.press(Qt::Key_Up);
    studio.shoot(u"main-editing"_s);
    studio.press(Qt::Key_Escape);
    studio.open(studio.sample().preview);
    studio.shoot(u"main-not-joined"_s);
    studio.open(studio.sample().fresh);
    studio.shoot(u"main-empty-channel"_s);
    studio.open(studio.sample().general);
    studio.shoot(u"main-unread"_s);
}

void showPanel(Studio &studio, const char *panel)
{
    studio.findItem(u"WorkspacePage"_s)->setProperty("panel", QString::fromLatin1(panel));
    studio.settle();
}

void shootPanels(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    studio.open(studio.sample().release);
    for (const char *panel : {"pins", "files", "details"}) {
        showPanel(studio, panel);
        studio.settle();
        studio.shoot(u"panel-"_s + QString::fromLatin1(panel));
    }
    showPanel(studio, "");
    shootSearch(studio);
    showPanel(studio, "");
    studio.session().openThread(studio.sample().cache.toString());
    studio.settle();
    studio.shoot(u"panel-thread"_s);
    showPanel(studio, "");
    studio.open(studio.sample().fresh);
    for (const char *panel : {"pins", "files"}) {
        showPanel(studio, panel);
        studio.shoot(u"panel-empty-"_s + QString::fromLatin1(panel));
    }
    showPanel(studio, "");
    QTemporaryDir folder;
    shootDownloads(studio, folder.path());
    QFile archive(folder.filePath(u"harbor-2.4.0-rc1-symbols.zip"_s));
    if (archive.open(QIODevice::WriteOnly))
        archive.write(QByteArray(2'400'000, 'x'));
    archive.close();
    const QString picture = folder.filePath(u"night.png"_s);
    QImage night(1'200, 800, QImage::Format_RGB32);
    night.fill(QColor(20, 28, 62));
    night.save(picture);
    studio.session().attach({QUrl::fromLocalFile(archive.fileName()), QUrl::fromLocalFile(picture)}, false);
    const plexi::app::UploadListModel *uploads = studio.session().uploads();
    studio.await("uploads", [uploads] {
        const auto isDone = [uploads](int row) {
            return uploads->index(row).data(plexi::app::UploadListModel::StageRole)
                == plexi::app::UploadListModel::Done;
        };
        return uploads->count() == 2 && isDone(0) && isDone(1);
    });
    studio.type(u"Symbols for the crash reports"_s);
    studio.shoot(u"main-uploads"_s);
    studio.findItem(u"DropTarget"_s)->setProperty("shown", true);
    studio.shoot(u"main-drop"_s);
    studio.findItem(u"DropTarget"_s)->setProperty("shown", false);
    studio.press(Qt::Key_A, Qt::ControlModifier);
    studio.type(u"@m"_s);
    studio.shoot(u"main-completion"_s);
    studio.press(Qt::Key_Escape);
    studio.press(Qt::Key_A, Qt::ControlModifier);
    studio.press(Qt::Key_Delete);
}

void shootSettings(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    QQuickItem *page = studio.findItem(u"WorkspacePage"_s);
    const plexi::Timestamp now = plexi::Timestamp::now();
    studio.server().apiKeys = {{.id = plexi::ApiKeyId(1),
                                .name = u"Release notes bot"_s,
                                .permissions = {u"read"_s, u"write"_s},
                                .createdAt = now,
                                .expiresAt = now.plusSeconds(7'000'000),
                                .lastUsedAt = now,
                                .key = std::nullopt},
                               {.id = plexi::ApiKeyId(2),
                                .name = u"Old exporter"_s,
                                .permissions = {u"read"_s},
                                .createdAt = now.plusSeconds(-9'000'000),
                                .expiresAt = now.plusSeconds(-1'000'000),
                                .lastUsedAt = std::nullopt,
                                .isExpired = true,
                                .key = std::nullopt}};
    for (const QString &section : {u"profile"_s, u"security"_s, u"keys"_s, u"notifications"_s, u"appearance"_s,
                                   u"language"_s, u"shortcuts"_s, u"storage"_s}) {
        QMetaObject::invokeMethod(page, "openSettings", Q_ARG(QString, section));
        studio.settle();
        studio.shoot(u"settings-"_s + section);
    }
    QMetaObject::invokeMethod(page, "openSettings", Q_ARG(QString, u"security"_s));
    studio.await("factor",
                 [&studio] { return studio.session().account()->factor() == plexi::app::AccountSettings::Off; });
    studio.session().account()->startTotp();
    studio.await("secret", [&studio] { return !studio.session().account()->secret().isEmpty(); });
    studio.shoot(u"settings-two-factor"_s);
    studio.session().account()->confirmTotp(u"831044"_s);
    studio.await("codes", [&studio] { return !studio.session().account()->recoveryCodes().isEmpty(); });
    studio.shoot(u"settings-recovery-codes"_s);
    QMetaObject::invokeMethod(page, "openSettings", Q_ARG(QString, u"keys"_s));
    studio.settle();
    studio.call(u"NewApiKeyDialog"_s, "open");
    studio.shoot(u"settings-new-key"_s);
    studio.press(Qt::Key_Escape);
    plexi::app::ApiKeys *keys = studio.session().account()->apiKeys();
    studio.await("keys", [keys] { return !keys->isBusy(); });
    keys->make(u"Backup script"_s, plexi::app::ApiKeys::Read, 0, {});
    studio.await("key", [keys] { return !keys->made().isEmpty(); });
    studio.shoot(u"settings-key-made"_s);
    studio.press(Qt::Key_Escape);
}

void shootOverlays(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    studio.open(studio.sample().release);
    studio.press(Qt::Key_K, Qt::ControlModifier);
    studio.shoot(u"switcher"_s);
    studio.type(u"re"_s);
    studio.shoot(u"switcher-query"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"EmojiPicker"_s, "open");
    studio.shoot(u"emoji-picker"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"CreateChannelDialog"_s, "open");
    studio.shoot(u"dialog-create-channel"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"BrowseChannelsDialog"_s, "open");
    studio.shoot(u"dialog-browse"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"NewMessageDialog"_s, "open");
    studio.shoot(u"dialog-new-message"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"ConfirmDialog"_s, "open");
    studio.shoot(u"dialog-delete"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"UserMenu"_s, "open");
    studio.shoot(u"menu-user"_s);
    studio.press(Qt::Key_Escape);
}

void shootSizes(Studio &studio)
{
    studio.open(studio.sample().release);
    studio.resize(kMedium.width(), kMedium.height());
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.shoot(u"medium-members"_s);
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.resize(kNarrow.width(), kNarrow.height());
    studio.shoot(u"narrow"_s);
    studio.call(u"Drawer"_s, "open");
    studio.shoot(u"narrow-drawer"_s);
    studio.press(Qt::Key_Escape);
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.shoot(u"narrow-members"_s);
    studio.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    studio.resize(kPhone.width(), kPhone.height());
    studio.shoot(u"phone"_s);
    studio.call(u"Drawer"_s, "open");
    studio.shoot(u"phone-drawer"_s);
    studio.press(Qt::Key_Escape);
}

void shootAccounts(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    studio.open(studio.sample().release);
    plexi::app::Application &app = studio.application();
    FakeServer other;
    const plexi::UserId self = other.world.addUser(u"priya.r"_s, u"Priya"_s);
    const plexi::UserId bob = other.world.addUser(u"bob"_s, u"Bob Stone"_s);
    const plexi::ChannelId boats = other.world.addChannel(u"boats"_s, plexi::protocol::ChannelType::Public,
                                                          {self, bob});
    const QString address = other.url().toString();
    app.welcome()->rememberedServers()->remember({u"Rowing Club Aveiro"_s, address, u"priya.r"_s});
    app.addAccount();
    studio.settle();
    studio.shoot(u"accounts-adding"_s);
    app.welcome()->connectTo(address);
    studio.await("other server", [&app] { return app.welcome()->step() == WelcomeController::SignIn; });
    app.welcome()->signIn(u"priya.r"_s, u"secret"_s, false);
    studio.await("other account", [&app, &address] {
        return app.session()->serverAddress() == address
            && app.session()->channelsState() == plexi::app::Session::Ready;
    });
    studio.settle();
    app.showAccount(0);
    other.world.post(bob, boats, u"The regatta is on Sunday, @priya.r"_s);
    studio.await("mention", [&app] { return app.accounts()->mentionTotal() > 0; });
    studio.settle();
    studio.shoot(u"accounts-two"_s);
    app.accounts()->sessionAt(1)->signOut();
    studio.await("signed out", [&app] { return app.accounts()->count() == 1; });
}

void shootTroubles(Studio &studio)
{
    studio.resize(kWide.width(), kWide.height());
    studio.open(studio.sample().release);
    studio.server().refusal = plexi::Error{.code = plexi::ErrorCode::InsufficientPermissions, .message = u"no"_s};
    studio.session().send(u"Yes: Wednesday 09:00 to 17:00, Youssef and I share it."_s);
    studio.await("failed row", [&studio] {
        const auto *rows = studio.session().timeline();
        return rows->index(rows->count() - 1).data(plexi::app::TimelineModel::StateRole).toInt()
            == plexi::app::TimelineModel::Failed;
    });
    studio.server().refusal.reset();
    studio.shoot(u"main-failed"_s);
    studio.server().goAway();
    studio.await("offline", [&studio] { return studio.session().line() == plexi::app::Session::Offline; });
    studio.session().send(u"Two borrowed tablets are on the list as well."_s);
    studio.session().send(u"I bring the charger."_s);
    studio.await("waiting rows", [&studio] { return studio.session().outbox().waitingCount() == 2; });
    studio.settle();
    studio.shoot(u"main-offline"_s);
    studio.open(studio.sample().support);
    studio.shoot(u"main-load-failed"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fputs("usage: plexichat-screenshots FOLDER [--rtl] [--large] [PART...]\n", stderr);
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toLocal8Bit());
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication gui(argc, argv);
    // Stands in for the system's font, so that pictures from two machines look alike.
    if (QFontDatabase::hasFamily(u"Inter"_s))
        QGuiApplication::setFont(QFont(u"Inter"_s));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator english;
    if (english.load(u":/i18n/plexichat_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (!QDir().mkpath(folder))
        return 1;
    QStringList parts = QCoreApplication::arguments().sliced(2);
    PseudoArabic arabic;
    if (parts.removeOne(u"--rtl"_s)) {
        QCoreApplication::installTranslator(&arabic);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
    if (parts.removeOne(u"--large"_s))
        Studio::fontScale = 2;
    const auto isWanted = [&parts](const QString &part) {
        return parts.isEmpty() || parts.contains(part);
    };
    int complaints = 0;
    if (isWanted(u"welcome"_s))
        complaints += shootWelcome(folder);
    Studio studio(folder);
    if (!studio.signIn())
        return 1;
    if (isWanted(u"main"_s))
        shootMain(studio);
    if (isWanted(u"panels"_s))
        shootPanels(studio);
    if (isWanted(u"settings"_s))
        shootSettings(studio);
    if (isWanted(u"overlays"_s))
        shootOverlays(studio);
    if (isWanted(u"sizes"_s))
        shootSizes(studio);
    if (isWanted(u"accounts"_s))
        shootAccounts(studio);
    if (isWanted(u"troubles"_s))
        shootTroubles(studio);
    return complaints + studio.complaints() == 0 ? 0 : 1;
}
