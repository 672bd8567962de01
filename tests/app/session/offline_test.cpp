// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that end and begin again on the same cache, with and without a server.
#include "app/cache/favourites_cache.h"
#include "tests/app/session/session_fixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace plexi;
using namespace plexi::test;

class OfflineTest : public SessionFixture
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_key;
    protocol::Tokens m_tokens;
    protocol::User m_self;

    /** Ann's session on her cache, as the next start of the program makes it. */
    void open()
    {
        auto *api = new ApiClient(m_server->url());
        api->setTokens(m_tokens);
        m_session = std::make_unique<Session>(
            api, Cache::open(m_folder->filePath(u"ann.db"_s), m_key, m_self.id),
            Session::Account{.self = m_self, .serverName = u"Test"_s, .serverAddress = m_server->url().toString()},
            kFast);
    }

    void beOnline()
    {
        m_session->start();
        QTRY_COMPARE(m_session->line(), Session::Online);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
    }

    void close() { m_session.reset(); }

    QString idAt(int row) const { return at(row, TimelineModel::MessageIdRole).toString(); }

private slots:
    void init()
    {
        SessionFixture::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_key = Cache::newKey();
        ApiClient api(m_server->url());
        QVERIFY(await(api.signIn(u"ann"_s, u"secret"_s, true)));
        m_tokens = api.tokens();
        m_self = *await(api.me());
        open();
        m_session->start();
        QTRY_COMPARE(m_session->channelsState(), Session::Ready);
        QTRY_VERIFY(m_session->timeline()->timeline() && m_session->timeline()->timeline()->isLoaded());
    }

    void cleanup()
    {
        close();
        SessionFixture::cleanup();
    }

    void showsPicturesWithoutAServer()
    {
        m_server->pictures = {{u"files/file_1/thumbnail"_s, "a picture"}, {u"users/user_7/avatar"_s, "a face"}};
        QByteArray taken;
        const auto take = [&](const QString &name) {
            taken.clear();
            m_session->images().take(name, [&taken](const QByteArray &bytes) { taken = bytes; });
        };
        take(u"file/file_1"_s);
        QTRY_COMPARE(taken, "a picture");
        take(u"person/user_7/abc"_s);
        QTRY_COMPARE(taken, "a face");
        const QByteArray address = m_session->images().address().toLatin1();
        close();
        // The second start asks nobody.
        m_server->seen.clear();
        open();
        QCOMPARE(m_session->images().address().toLatin1(), address);
        take(u"file/file_1"_s);
        QCOMPARE(taken, "a picture");
        take(u"person/user_7/abc"_s);
        QCOMPARE(taken, "a face");
        QCOMPARE(m_server->seen.size(), 0);
        // Another picture of the same person is not that one.
        take(u"person/user_7/def"_s);
        QTRY_COMPARE(m_server->count("GET", u"/api/v1/users/user_7/avatar"_s), 1);
        QTRY_COMPARE(taken, "a face");
        // Who signs out leaves none.
        m_session->cache().wipe();
        QCOMPARE(m_session->images().keptSize(), 0);
        QVERIFY(!QFile::exists(m_folder->filePath(u"ann.db"_s)));
    }

    void clearsWhatCanBeFetchedAgain()
    {
        AccountStorage *storage = m_session->storage();
        QVERIFY(storage->place().startsWith(m_folder->path()));
        const QByteArray noise = [] {
            QByteArray bytes(600'000, Qt::Uninitialized);
            QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
            return bytes;
        }();
        m_server->pictures = {{u"files/file_1/thumbnail"_s, noise}};
        QByteArray taken;
        m_session->images().take(u"file/file_1"_s, [&taken](const QByteArray &bytes) { taken = bytes; });
        QTRY_COMPARE(taken.size(), noise.size());
        for (int i = 0; i < 200; ++i)
            m_server->world.post(m_bob, m_general, u"hay %1 "_s.arg(i) + QString(1000, u'x'));
        QTRY_COMPARE(contents().size(), 201);
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->setDraft(m_quiet.toString(), u"half a"_s);
        m_session->send(u"unsent"_s);
        storage->measure();
        QVERIFY(storage->hasMessages() && storage->hasPictures());
        QCOMPARE(storage->picturesText(), FileCard::sizeText(600'000));
        const qint64 before = m_session->cache().size();

        storage->clearPictures();
        QVERIFY(storage->isBusy());
        QTRY_VERIFY(!storage->isBusy());
        QVERIFY(!storage->hasPictures() && storage->hasMessages());
        const qint64 between = m_session->cache().size();
        QVERIFY2(between < before - 500'000, qPrintable(u"%1 of %2"_s.arg(between).arg(before)));

        storage->clearMessages();
        QTRY_VERIFY(!storage->isBusy());
        QVERIFY(!storage->hasMessages());
        QVERIFY2(m_session->cache().size() < between - 200'000, qPrintable(QString::number(m_session->cache().size())));
        QCOMPARE(contents().size(), 202);
        close();

        open();
        QCOMPARE(m_session->draft(m_quiet.toString()), u"half a"_s);
        QCOMPARE(m_session->outbox().waitingCount(), 1);
        QVERIFY(inList(m_quiet, ChannelListModel::NameRole).isValid());
        QVERIFY(m_server->listen());
        beOnline();
        QCOMPARE(onServer(m_general).last(), u"unsent"_s);
        // They come again, without a hole.
        QTRY_VERIFY(contents().size() >= 50);
        QCOMPARE(contents(), onServer(m_general).last(contents().size()));
        QVERIFY(!m_session->timeline()->atStart());
    }

    void keepsFavourites()
    {
        const auto section = [this](ChannelId channel) {
            return inList(channel, ChannelListModel::SectionRole).toString();
        };
        const auto onServer = [this] {
            return m_server->favourites.value(m_ann);
        };
        const auto isTold = [this] {
            const auto kept = m_session->cache().read(
                [](cache::Database &database) { return cache::readFavourites(database); });
            return kept && kept->untold.isEmpty();
        };
        m_session->setFavourite(m_quiet.toString(), true);
        QCOMPARE(section(m_quiet), u"favourites"_s);
        QCOMPARE(m_session->channels()->rowOf(m_quiet), 0);
        QTRY_COMPARE(onServer(), QSet{m_quiet});
        // Without a line it is kept here, whatever the server says meanwhile.
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->setFavourite(m_quiet.toString(), false);
        m_session->setFavourite(m_general.toString(), true);
        close();
        open();
        QCOMPARE(section(m_quiet), u"channels"_s);
        QCOMPARE(section(m_general), u"favourites"_s);
        QVERIFY(m_session->currentIsFavourite());
        QVERIFY(m_server->listen());
        beOnline();
        QTRY_COMPARE(onServer(), QSet{m_general});
        QTRY_VERIFY(isTold());
        close();
        // Another device changed them.
        m_server->favourites[m_ann] = {m_quiet};
        open();
        QCOMPARE(section(m_general), u"favourites"_s);
        beOnline();
        QTRY_COMPARE(section(m_quiet), u"favourites"_s);
        QCOMPARE(section(m_general), u"channels"_s);
        QVERIFY(!m_session->currentIsFavourite());
    }

    void opensWithoutAServer()
    {
        m_session->openChannel(m_quiet.toString());
        QTRY_VERIFY(m_session->timeline()->isEmpty());
        m_server->world.post(m_bob, m_quiet, u"one"_s);
        m_server->world.post(m_bob, m_general, u"two"_s);
        QTRY_COMPARE(contents(), QStringList{u"one"_s});
        QTRY_COMPARE(inList(m_general, ChannelListModel::UnreadCountRole).toInt(), 2);
        close();
        m_server->goAway();
        open();
        // Before anything is asked: the same channel, its messages, names and counts.
        QCOMPARE(m_session->channelsState(), Session::Ready);
        QCOMPARE(m_session->currentChannelId(), m_quiet.toString());
        QCOMPARE(contents(), QStringList{u"one"_s});
        QCOMPARE(at(0, TimelineModel::AuthorNameRole).toString(), u"Bob Stone"_s);
        QCOMPARE(inList(m_general, ChannelListModel::UnreadCountRole).toInt(), 2);
        m_session->openChannel(m_general.toString());
        QCOMPARE(contents(), (QStringList{u"hello"_s, u"two"_s}));
        QVERIFY(m_session->timeline()->atStart());
    }

    void catchesUpInOneQuestion()
    {
        m_session->openChannel(m_quiet.toString());
        QTRY_VERIFY(m_session->timeline()->isEmpty());
        close();
        const MessageId first = m_server->world.timeline(m_general).first().id;
        m_server->world.edit(m_general, first, u"edited"_s);
        for (int i = 0; i < 130; ++i)
            m_server->world.post(m_bob, m_general, QString::number(i));
        m_server->world.react(m_general, first, m_bob, u"👍"_s);
        m_server->seen.clear();
        open();
        m_session->openChannel(m_general.toString());
        const QSignalSpy resets(m_session->timeline(), &TimelineModel::modelReset);
        beOnline();
        QTRY_COMPARE(contents().size(), 131);
        QCOMPARE(contents(), onServer(m_general));
        QCOMPARE(contents().first(), u"edited"_s);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(m_server->count("GET", u"/api/v1/messages"_s), 0);
        QVERIFY(m_server->count("POST", u"/api/v1/sync"_s) <= 2);
    }

    void readsOlderMessagesFromTheCache()
    {
        for (int i = 0; i < 120; ++i)
            m_server->world.post(m_bob, m_general, QString::number(i));
        QTRY_COMPARE(contents().size(), 121);
        close();
        m_server->goAway();
        open();
        QCOMPARE(contents().size(), 50);
        while (!m_session->timeline()->atStart())
            m_session->timeline()->loadOlder();
        QCOMPARE(contents(), onServer(m_general));
    }

    void theOutboxSurvives()
    {
        m_session->send(u"mine"_s);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        const QString mine = idAt(1);
        const QString hello = idAt(0);
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->send(u"first"_s);
        m_session->timeline()->edit(mine, u"mine, edited"_s);
        m_session->timeline()->react(hello, u"🎉"_s);
        m_session->timeline()->setPinned(hello, true);
        m_session->send(u"second"_s);
        const QStringList expected{u"hello"_s, u"mine, edited"_s, u"first"_s, u"second"_s};
        QCOMPARE(contents(), expected);
        close();
        open();
        QCOMPARE(contents(), expected);
        QCOMPARE(at(3, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        QVERIFY(at(1, TimelineModel::IsEditedRole).toBool());
        QVERIFY(at(0, TimelineModel::IsPinnedRole).toBool());
        QVERIFY(m_server->listen());
        beOnline();
        QCOMPARE(onServer(m_general), expected);
        QCOMPARE(m_server->world.pins(m_general).messages.size(), 1);
        QCOMPARE(m_server->world.timeline(m_general).first().reactions.size(), 1);
        QTRY_COMPARE(contents(), expected);
        // Nothing is left for the next start.
        m_server->seen.clear();
        close();
        open();
        beOnline();
        QCOMPARE(m_server->count("POST", u"/api/v1/messages"_s), 0);
    }

    void whatWasSentBeforeTheEndIsNotSentAgain()
    {
        // The server has it, but neither answer nor frame arrive before the program ends.
        m_server->answersToLose = 1;
        m_server->eventsToLose = 1;
        m_session->send(u"once"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        close();
        open();
        beOnline();
        QTRY_COMPARE(contents(), (QStringList{u"hello"_s, u"once"_s}));
        QCOMPARE(onServer(m_general), (QStringList{u"hello"_s, u"once"_s}));
    }

    void whatIsTakenBackIsNeverSent()
    {
        const QString hello = idAt(0);
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->send(u"typo"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        m_session->timeline()->react(hello, u"🎉"_s);
        QCOMPARE(m_session->outbox().waitingCount(), 2);
        m_session->timeline()->react(hello, u"🎉"_s);
        QCOMPARE(m_session->outbox().waitingCount(), 1);
        m_session->timeline()->edit(idAt(1), u"no typo"_s);
        m_session->send(u"rubbish"_s);
        m_session->timeline()->remove(idAt(2));
        QCOMPARE(contents(), (QStringList{u"hello"_s, u"no typo"_s}));
        QVERIFY(m_server->listen());
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        QCOMPARE(onServer(m_general), (QStringList{u"hello"_s, u"no typo"_s}));
        QVERIFY(m_server->world.timeline(m_general).first().reactions.isEmpty());
    }

    void draftsAndReadMarkersSurvive()
    {
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->setDraft(m_quiet.toString(), u"half a sent"_s);
        m_session->timeline()->markReadTo(0);
        close();
        open();
        QCOMPARE(m_session->draft(m_quiet.toString()), u"half a sent"_s);
        QVERIFY(inList(m_quiet, ChannelListModel::HasDraftRole).toBool());
        QCOMPARE(inList(m_general, ChannelListModel::UnreadCountRole).toInt(), 0);
        QVERIFY(m_server->listen());
        beOnline();
        QTRY_COMPARE(m_server->world.room(m_general).read.value(m_ann), m_server->world.timeline(m_general).first().id);
        m_session->setDraft(m_quiet.toString(), {});
        close();
        open();
        QCOMPARE(m_session->draft(m_quiet.toString()), QString());
    }

    void aChannelThatIsGoneIsForgotten()
    {
        const ChannelId secret = m_server->world.addChannel(u"secret"_s, protocol::ChannelType::Private,
                                                            {m_ann, m_bob});
        m_server->world.post(m_bob, secret, u"between us"_s);
        close();
        open();
        beOnline();
        m_session->openChannel(secret.toString());
        QTRY_COMPARE(contents(), QStringList{u"between us"_s});
        close();
        m_server->world.leave(m_ann, secret);
        open();
        QCOMPARE(m_session->currentChannelId(), secret.toString());
        beOnline();
        QTRY_VERIFY(m_session->channels()->rowOf(secret) < 0);
        close();
        m_server->goAway();
        open();
        QCOMPARE(m_session->channels()->rowOf(secret), -1);
    }

    void aServerThatWentBackIsBelieved()
    {
        for (int i = 0; i < 5; ++i)
            m_server->world.post(m_bob, m_general, QString::number(i));
        QTRY_COMPARE(contents().size(), 6);
        close();
        // As after restoring a backup: another history, with smaller numbers.
        FakeWorld::Room &room = m_server->world.room(m_general);
        while (room.messages.size() > 2)
            room.messages.remove(room.messages.lastKey());
        room.channel.seq = 2;
        open();
        beOnline();
        QTRY_COMPARE(contents(), (QStringList{u"hello"_s, u"0"_s}));
        m_server->world.post(m_bob, m_general, u"anew"_s);
        QTRY_COMPARE(contents(), (QStringList{u"hello"_s, u"0"_s, u"anew"_s}));
    }

    void knowsTheMembersOffline()
    {
        QTRY_COMPARE(m_session->members()->count(), 2);
        close();
        m_server->goAway();
        open();
        QCOMPARE(m_session->members()->count(), 2);
    }
};

QTEST_MAIN(OfflineTest)
#include "offline_test.moc"
