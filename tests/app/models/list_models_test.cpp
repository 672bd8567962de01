// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/channel_list_model.h"
#include "app/models/file_card.h"
#include "app/models/host_steps_model.h"
#include "app/models/remembered_servers_model.h"
#include "app/models/upload_list_model.h"
#include "app/models/user_list_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

protocol::User user(qint64 id, const QString &name)
{
    protocol::User made;
    made.id = UserId(id);
    made.username = name.toLower();
    made.displayName = name;
    return made;
}

/** What lists of channels are made of. Nobody answers the client. */
struct Sources {
    explicit Sources(UserId self) : channels(self), cache(Cache::temporary(self)), favourites(&api, cache.get()) { }

    Channels channels;
    People people;
    Drafts drafts;
    std::unique_ptr<Cache> cache;
    ApiClient api{QUrl(u"http://127.0.0.1:1"_s)};
    Favourites favourites;
};

} // namespace

class ListModelsTest : public QObject
{
    Q_OBJECT

    const UserId m_self{1};

    protocol::Channel channel(qint64 id, const QString &name, bool isMember,
                              protocol::ChannelType type = protocol::ChannelType::Public)
    {
        protocol::Channel made;
        made.id = ChannelId(id);
        made.name = name;
        made.type = type;
        made.viewer = protocol::Channel::Viewer{};
        made.viewer->isMember = isMember;
        return made;
    }

    static QStringList names(const QAbstractItemModel &model, int role)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.index(row, 0).data(role).toString();
        return list;
    }

private slots:
    /** The C locale sorts by code points. */
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void channelsAreSortedAndMove()
    {
        Sources sources(m_self);
        Channels &channels = sources.channels;
        People &people = sources.people;
        ChannelListModel joined(ChannelListModel::Show::Joined, &sources.channels, &sources.people, &sources.drafts,
                                &sources.favourites, m_self);
        ChannelListModel browse(ChannelListModel::Show::Browse, &sources.channels, &sources.people, &sources.drafts,
                                &sources.favourites, m_self);
        const QAbstractItemModelTester joinedTester(&joined, kFatal);
        const QAbstractItemModelTester browseTester(&browse, kFatal);
        QSignalSpy reset(&joined, &ChannelListModel::modelReset);
        channels.putSnapshot(channel(1, u"room 10"_s, true));
        channels.putSnapshot(channel(2, u"Room 9"_s, true));
        channels.putSnapshot(channel(3, u"alpha"_s, false));
        channels.putSnapshot(channel(4, u"secret"_s, false, protocol::ChannelType::Private));
        protocol::Channel direct = channel(5, {}, true, protocol::ChannelType::Direct);
        direct.memberIds = {m_self, UserId(2)};
        channels.putSnapshot(direct);
        people.put(user(2, u"Ada Byron"_s));
        QCOMPARE(names(joined, ChannelListModel::NameRole), (QStringList{u"Room 9"_s, u"room 10"_s, u"Ada Byron"_s}));
        QCOMPARE(names(joined, ChannelListModel::SectionRole),
                 (QStringList{u"channels"_s, u"channels"_s, u"direct"_s}));
        QCOMPARE(names(browse, ChannelListModel::NameRole), QStringList{u"alpha"_s});
        people.setPresence(UserId(2), protocol::PresenceStatus::Away, {});
        QCOMPARE(joined.index(2).data(ChannelListModel::PresenceRole).toString(), u"away"_s);
        channels.putSnapshot(channel(1, u"a room"_s, true));
        QCOMPARE(names(joined, ChannelListModel::NameRole), (QStringList{u"a room"_s, u"Room 9"_s, u"Ada Byron"_s}));
        channels.setMember(ChannelId(3), true);
        QCOMPARE(joined.count(), 4);
        QCOMPARE(browse.count(), 0);
        channels.setMember(ChannelId(2), false);
        browse.setFilter(u"ROOM"_s);
        QCOMPARE(browse.count(), 1);
        browse.setFilter(u"x"_s);
        QCOMPARE(browse.count(), 0);
        channels.remove(ChannelId(1));
        QCOMPARE(names(joined, ChannelListModel::NameRole), (QStringList{u"alpha"_s, u"Ada Byron"_s}));
        joined.setCurrent(ChannelId(3));
        QVERIFY(joined.index(0).data(ChannelListModel::IsCurrentRole).toBool());
        sources.drafts.set(ChannelId(5), u"hm"_s);
        QVERIFY(joined.index(1).data(ChannelListModel::HasDraftRole).toBool());
        QCOMPARE(reset.size(), 0);
    }

    void describesFilesThatMayBeAttached()
    {
        const QTemporaryDir folder;
        QList<QUrl> files{QUrl(u"https://a.example/b.txt"_s), QUrl::fromLocalFile(folder.path())};
        QCOMPARE(UploadListModel::describe(files), QString());
        for (const QString &name : {u"a"_s, u"b"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(1'500'000, 'x'));
            files.append(QUrl::fromLocalFile(file.fileName()));
        }
        const QString description = UploadListModel::describe(files);
        QVERIFY2(description.startsWith(u'2'), qPrintable(description));
        QVERIFY2(description.endsWith(FileCard::sizeText(3'000'000)), qPrintable(description));
    }

    void favouritesStandAbove()
    {
        Sources sources(m_self);
        Channels &channels = sources.channels;
        People &people = sources.people;
        ChannelListModel joined(ChannelListModel::Show::Joined, &sources.channels, &sources.people, &sources.drafts,
                                &sources.favourites, m_self);
        const QAbstractItemModelTester tester(&joined, kFatal);
        people.put(user(2, u"Ada Byron"_s));
        protocol::Channel direct = channel(5, {}, true, protocol::ChannelType::Direct);
        direct.memberIds = {m_self, UserId(2)};
        channels.putSnapshot(direct);
        channels.putSnapshot(channel(1, u"alpha"_s, true));
        channels.putSnapshot(channel(2, u"beta"_s, true));
        channels.putSnapshot(channel(3, u"gamma"_s, true));
        QSignalSpy moved(&joined, &ChannelListModel::rowsMoved);
        sources.favourites.set(ChannelId(5), true);
        sources.favourites.set(ChannelId(3), true);
        QCOMPARE(names(joined, ChannelListModel::NameRole),
                 (QStringList{u"gamma"_s, u"Ada Byron"_s, u"alpha"_s, u"beta"_s}));
        QCOMPARE(names(joined, ChannelListModel::SectionRole),
                 (QStringList{u"favourites"_s, u"favourites"_s, u"channels"_s, u"channels"_s}));
        QVERIFY(joined.index(0).data(ChannelListModel::IsFavouriteRole).toBool());
        QVERIFY(!joined.index(2).data(ChannelListModel::IsFavouriteRole).toBool());
        sources.favourites.set(ChannelId(3), false);
        sources.favourites.set(ChannelId(5), false);
        QCOMPARE(names(joined, ChannelListModel::NameRole),
                 (QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s, u"Ada Byron"_s}));
        QCOMPARE(names(joined, ChannelListModel::SectionRole).last(), u"direct"_s);
        QCOMPARE(moved.size(), 4);
    }

    void channelsStaySortedWhateverHappens()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            Sources sources(m_self);
            Channels &channels = sources.channels;
            ChannelListModel joined(ChannelListModel::Show::Joined, &sources.channels, &sources.people, &sources.drafts,
                                    &sources.favourites, m_self);
            const QAbstractItemModelTester tester(&joined, kFatal);
            for (int step = 0; step < 200; ++step) {
                const qint64 id = random.bounded(1, 15);
                if (random.bounded(6) == 0)
                    channels.remove(ChannelId(id));
                else if (random.bounded(4) == 0)
                    sources.favourites.set(ChannelId(id), random.bounded(2) == 0);
                else
                    channels.putSnapshot(channel(id, QString(QChar(u'a' + random.bounded(26))), random.bounded(4) > 0));
            }
            QStringList starred;
            QStringList others;
            for (const ChannelId id : channels.joined())
                (sources.favourites.has(id) ? starred : others) << channels.find(id)->name;
            starred.sort();
            others.sort();
            QCOMPARE(names(joined, ChannelListModel::NameRole), starred + others);
        }
    }

    void countsInAnyOrder()
    {
        Channels channels(m_self);
        protocol::Channel snapshot = channel(1, u"room"_s, true);
        snapshot.seq = 10;
        snapshot.viewer->unreadCount = 2;
        snapshot.viewer->lastReadMessageId = MessageId(5);
        channels.putSnapshot(snapshot);
        protocol::Message message;
        message.id = MessageId(9);
        message.channelId = ChannelId(1);
        message.userId = UserId(2);
        message.seq = 11;
        message.mentions = {m_self};
        channels.countCreated(message);
        channels.countCreated(message);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 3);
        QCOMPARE(channels.mentionCount(ChannelId(1)), 1);
        // An answer that was on its way does not take the message back.
        channels.putSnapshot(snapshot);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 3);
        // One that includes it does not count it twice.
        snapshot.seq = 11;
        snapshot.viewer->unreadCount = 3;
        snapshot.viewer->mentionCount = 1;
        channels.putSnapshot(snapshot);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 3);
        channels.countCreated(message);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 3);
        // A deletion counts once.
        message.isDeleted = true;
        message.seq = 12;
        channels.countDeleted(message);
        channels.countDeleted(message);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 2);
        channels.setRead(ChannelId(1), MessageId(9), true);
        QCOMPARE(channels.unreadCount(ChannelId(1)), 0);
        // An older answer does not move the marker back.
        channels.putSnapshot(snapshot);
        QCOMPARE(channels.lastRead(ChannelId(1)), MessageId(9));
        QCOMPARE(channels.unreadCount(ChannelId(1)), 0);
    }

    void peopleAreSortedAndFiltered()
    {
        People people;
        UserListModel everybody(UserListModel::Show::Everybody, &people, m_self);
        UserListModel chosen(UserListModel::Show::Chosen, &people, m_self);
        const QAbstractItemModelTester everybodyTester(&everybody, kFatal);
        const QAbstractItemModelTester chosenTester(&chosen, kFatal);
        QSignalSpy missing(&people, &People::missing);
        chosen.setUsers({UserId(1), UserId(3)});
        QCOMPARE(missing.size(), 2);
        for (const auto &[id, name] : {std::pair{1, u"me"_s}, std::pair{2, u"Zoe"_s}, std::pair{3, u"adam"_s}})
            people.put(user(id, name));
        QCOMPARE(names(everybody, UserListModel::DisplayNameRole), (QStringList{u"adam"_s, u"me"_s, u"Zoe"_s}));
        QCOMPARE(names(chosen, UserListModel::DisplayNameRole), (QStringList{u"adam"_s, u"me"_s}));
        QVERIFY(chosen.index(1).data(UserListModel::IsSelfRole).toBool());
        people.put(user(3, u"Xavier"_s));
        QCOMPARE(names(everybody, UserListModel::DisplayNameRole), (QStringList{u"me"_s, u"Xavier"_s, u"Zoe"_s}));
        everybody.setFilter(u" o "_s);
        QCOMPARE(names(everybody, UserListModel::DisplayNameRole), QStringList{u"Zoe"_s});
        everybody.setFilter({});
        QCOMPARE(everybody.count(), 3);
        chosen.setUsers({UserId(2)});
        QCOMPARE(names(chosen, UserListModel::DisplayNameRole), QStringList{u"Zoe"_s});
        chosen.removeUser(UserId(2));
        QCOMPARE(chosen.count(), 0);
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"Amara Okafor"_s << u"AO"_s;
        QTest::newRow("three words") << u"Fatima Zahra Bennani"_s << u"FZ"_s;
        QTest::newRow("one word") << u"kenji"_s << u"K"_s;
        QTest::newRow("punctuation") << u"(the) -- .ops"_s << u"TO"_s;
        QTest::newRow("nothing") << u" "_s << u"?"_s;
        QTest::newRow("outside of the first plane") << u"𝒜da"_s << u"𝒜"_s;
    }

    void initials()
    {
        QFETCH(QString, name);
        QTEST(initialsOf(name), "initials");
    }

    void filesSayHowLongTheyAre_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("shown");
        QTest::newRow("short") << 2.4 << u"0:02"_s;
        QTest::newRow("rounded up") << 59.6 << u"1:00"_s;
        QTest::newRow("minutes") << 65.0 << u"1:05"_s;
        QTest::newRow("hours") << 3725.0 << u"1:02:05"_s;
    }

    void filesSayHowLongTheyAre()
    {
        QFETCH(const double, seconds);
        QFETCH(const QString, shown);
        protocol::File file;
        file.originalFilename = u"clip.mp4"_s;
        file.size = 2048;
        file.metadata.duration = seconds;
        QCOMPARE(FileCard::of(file, {}).detail, u"MP4 · %1 · %2"_s.arg(shown, FileCard::sizeText(2048)));
    }

    void serversAreRememberedInOrder()
    {
        const QTemporaryDir directory;
        QSettings settings(directory.filePath(u"settings.ini"_s), QSettings::IniFormat);
        RememberedServersModel servers(&settings);
        const QAbstractItemModelTester tester(&servers, kFatal);
        const RememberedServer first{.name = u"One"_s, .address = u"https://one"_s, .username = u"ann"_s};
        servers.remember(first);
        servers.remember(
            {.name = u"Two"_s, .address = u"http://127.0.0.1:5000"_s, .username = u"ann"_s, .isHosted = true});
        servers.remember(first);
        QCOMPARE(names(servers, RememberedServersModel::NameRole), (QStringList{u"One"_s, u"Two"_s}));
        servers.changeAddress(u"http://127.0.0.1:5000"_s, u"http://127.0.0.1:6000"_s);
        QCOMPARE(servers.find(u"http://127.0.0.1:6000"_s)->tokenKey(), u"ann@this-computer"_s);
        RememberedServersModel again(&settings);
        QCOMPARE(again.count(), 2);
        QCOMPARE(again.at(0), first);
        QCOMPARE(again.findHosted()->address, u"http://127.0.0.1:6000"_s);
        for (int i = 0; i < 20; ++i)
            servers.remember({.address = u"https://n%1"_s.arg(i), .username = u"ann"_s});
        QCOMPARE(servers.count(), RememberedServersModel::kMaxServers);
        servers.forget(0);
        servers.forget(99);
        QCOMPARE(servers.at(0).address, u"https://n18"_s);
    }

    void hostSteps()
    {
        HostStepsModel steps;
        const QAbstractItemModelTester tester(&steps, kFatal);
        QSignalSpy changed(&steps, &HostStepsModel::dataChanged);
        steps.setState(HostStepsModel::StartServer, HostStepsModel::Running);
        steps.setState(HostStepsModel::StartServer, HostStepsModel::Running);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(steps.index(2).data(HostStepsModel::StateRole).toInt(), HostStepsModel::Running);
        QVERIFY(!steps.index(2).data(HostStepsModel::LabelRole).toString().isEmpty());
        steps.restart();
        QCOMPARE(steps.state(HostStepsModel::StartServer), HostStepsModel::Waiting);
    }
};

QTEST_MAIN(ListModelsTest)
#include "list_models_test.moc"
