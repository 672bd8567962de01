// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted cache on real files: other keys, damage, older and newer versions.
#include "app/cache/cache.h"
#include "app/cache/channels_cache.h"
#include "app/cache/drafts_cache.h"
#include "app/cache/messages_cache.h"
#include "app/cache/migrations.h"
#include "app/cache/outbox_cache.h"
#include "app/cache/pictures_cache.h"
#include "app/cache/uploads_cache.h"
#include "app/cache/users_cache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using cache::Database;

namespace {

constexpr UserId kAnn(1);
constexpr ChannelId kChannel(10);

protocol::Message message(qint64 id, const QString &content, qint64 seq = 1)
{
    protocol::Message made;
    made.id = MessageId(id);
    made.channelId = kChannel;
    made.userId = kAnn;
    made.content = content;
    made.seq = seq;
    return made;
}

cache::OutboxItem item(const QString &id, const QString &content)
{
    return {.id = id, .channel = kChannel, .content = content, .writtenAt = 1000, .fault = {}};
}

void write(Cache &cache, const QList<protocol::Message> &messages)
{
    for (const protocol::Message &one : messages)
        cache.post([one](Database &database) { return cache::writeMessage(database, one); });
}

QList<cache::OutboxItem> outbox(Cache &cache)
{
    return *cache.read([](Database &database) { return cache::readOutbox(database); });
}

QStringList found(Cache &cache, const QString &text)
{
    const auto messages = cache.read(
        [&](Database &database) { return cache::searchMessages(database, {.text = text}, 10); });
    QStringList contents;
    for (const protocol::Message &one : *messages)
        contents.append(one.content);
    return contents;
}

std::optional<protocol::Message> read(Cache &cache, qint64 id)
{
    return *cache.read([id](Database &database) { return cache::readMessage(database, MessageId(id)); });
}

} // namespace

class CacheTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    const QByteArray m_key = Cache::newKey();

    std::unique_ptr<Cache> open() { return Cache::open(m_path, m_key, kAnn); }

    QByteArray bytes() const
    {
        QByteArray all;
        for (const QString &name : QDir(QFileInfo(m_path).path()).entryList(QDir::Files)) {
            QFile file(QFileInfo(m_path).path() + u'/' + name);
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    /** Writes rubbish over the page (of 4096 bytes) that has the rows of @p table at its root. */
    void damage(const char *rootQuery)
    {
        qint64 page = 0;
        {
            auto database = Database::open(m_path, m_key, Database::Access::ReadWrite);
            QVERIFY(database);
            page = database->integer(rootQuery).value_or(0);
            QVERIFY(database->script("PRAGMA wal_checkpoint(TRUNCATE);"));
        }
        QVERIFY(page > 1);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"cache/one.db"_s);
    }

    void keepsWhatWasWritten()
    {
        const QList<cache::OutboxItem> items{item(u"b"_s, u"first"_s), item(u"a"_s, u"second"_s)};
        {
            const auto cache = open();
            write(*cache, {message(5, u"hello"_s)});
            for (const cache::OutboxItem &one : items)
                cache->post([one](Database &database) { return cache::writeOutboxItem(database, one); });
            cache->post([](Database &database) { return cache::writeDraft(database, kChannel, u"half a"_s); });
        }
        const auto cache = open();
        QCOMPARE(read(*cache, 5)->content, u"hello"_s);
        QCOMPARE(outbox(*cache), items);
        QCOMPARE((*cache->read([](Database &database) { return cache::readDrafts(database); })).value(kChannel),
                 u"half a"_s);
    }

    void nothingCanBeReadInTheFile()
    {
        const auto cache = open();
        write(*cache, {message(5, u"a word like aardvark"_s)});
        cache->post([](Database &database) { return cache::writeDraft(database, kChannel, u"zebra"_s); });
        cache->flush();
        const QByteArray all = bytes();
        QVERIFY(all.size() > 4096);
        for (const char *text : {"SQLite format", "aardvark", "zebra", "outbox"})
            QVERIFY2(!all.contains(text), text);
    }

    void anOldVersionOfAMessageChangesNothing()
    {
        const auto cache = open();
        write(*cache, {message(5, u"new"_s, 8), message(5, u"old"_s, 7)});
        QCOMPARE(read(*cache, 5)->content, u"new"_s);
        cache->post([](Database &database) {
            return cache::applyReaction(database, {MessageId(5), kChannel, kAnn, u"👍"_s, true, 7});
        });
        QVERIFY(read(*cache, 5)->reactions.isEmpty());
        cache->post([](Database &database) {
            return cache::applyReaction(database, {MessageId(5), kChannel, kAnn, u"👍"_s, true, 9});
        });
        QCOMPARE(read(*cache, 5)->reactions.size(), 1);
        QCOMPARE(read(*cache, 5)->seq, 9);
    }

    void findsWords()
    {
        const auto cache = open();
        write(*cache,
              {message(5, u"The café opens at nine"_s), message(6, u"cafeteria \"menu\" AND prices"_s),
               message(7, u"nothing"_s)});
        QCOMPARE(found(*cache, u"CAFE"_s),
                 (QStringList{u"cafeteria \"menu\" AND prices"_s, u"The café opens at nine"_s}));
        QCOMPARE(found(*cache, u"nine caf"_s), QStringList{u"The café opens at nine"_s});
        QCOMPARE(found(*cache, u"cafe prices"_s), QStringList());
        // Nothing that is typed is an operator or a fault.
        QCOMPARE(found(*cache, u"\"menu\" AND"_s).size(), 1);
        QCOMPARE(found(*cache, u"(* NEAR -"_s), QStringList());
        write(*cache, {message(5, u"The bar opens at nine"_s, 2)});
        QCOMPARE(found(*cache, u"café opens"_s), QStringList());
        write(*cache, {message(5, QString(), 3)});
        QCOMPARE(found(*cache, u"opens"_s), QStringList());
    }

    void anotherKeyMakesItAnew()
    {
        {
            const auto cache = open();
            write(*cache, {message(5, u"secret"_s)});
        }
        const QByteArray other = Cache::newKey();
        QVERIFY(!Database::open(m_path, other, Database::Access::ReadOnly));
        {
            const auto cache = Cache::open(m_path, other, kAnn);
            QVERIFY(!read(*cache, 5));
            write(*cache, {message(6, u"kept"_s)});
        }
        QCOMPARE(read(*Cache::open(m_path, other, kAnn), 6)->content, u"kept"_s);
    }

    void anotherPersonSeesNothing()
    {
        {
            const auto cache = open();
            write(*cache, {message(5, u"mine"_s)});
        }
        QVERIFY(!read(*Cache::open(m_path, m_key, UserId(2)), 5));
    }

    void aDamagedPageCostsNothingThatWasWrittenHere()
    {
        {
            const auto cache = open();
            write(*cache, {message(5, u"can be fetched again"_s)});
            cache->post([](Database &database) { return cache::writeOutboxItem(database, item(u"a"_s, u"unsent"_s)); });
            cache->post([](Database &database) { return cache::writeDraft(database, kChannel, u"half a"_s); });
        }
        damage("SELECT rootpage FROM sqlite_master WHERE name = 'messages'");
        {
            // It is noticed when it is met, and made anew at the next start.
            const auto cache = open();
            write(*cache, {message(6, u"more"_s)});
        }
        const auto cache = open();
        QVERIFY(!read(*cache, 5));
        QCOMPARE(outbox(*cache), QList{item(u"a"_s, u"unsent"_s)});
        QCOMPARE((*cache->read([](Database &database) { return cache::readDrafts(database); })).value(kChannel),
                 u"half a"_s);
        write(*cache, {message(6, u"more"_s)});
        QCOMPARE(read(*cache, 6)->content, u"more"_s);
    }

    void keepsPicturesWithinALimit()
    {
        const auto cache = open();
        const auto put = [&cache](const QString &name, const QByteArray &bytes, qint64 day) {
            cache->post([name, picture = cache::Picture{.bytes = bytes, .usedOn = day}](Database &database) {
                return cache::writePicture(database, name, picture, 1000);
            });
        };
        const auto get = [&cache](const QString &name) {
            const auto found = *cache->read([&name](Database &database) { return cache::readPicture(database, name); });
            return found ? found->bytes : QByteArray();
        };
        const auto size = [&cache] {
            return *cache->read([](Database &database) { return cache::picturesSize(database); });
        };
        put(u"file/file_1"_s, QByteArray(400, 'a'), 10);
        put(u"file/file_2"_s, QByteArray(400, 'b'), 11);
        put(u"large/file_1"_s, QByteArray(150, 'c'), 12);
        QCOMPARE(size(), 950);
        // Used again, so that it is not the oldest any more.
        cache->post([](Database &database) { return cache::usePicture(database, u"file/file_1"_s, 13); });
        put(u"file/file_3"_s, QByteArray(300, 'd'), 13);
        QCOMPARE(get(u"file/file_1"_s), QByteArray(400, 'a'));
        QCOMPARE(get(u"file/file_2"_s), QByteArray());
        QCOMPARE(size(), 850);
        // A person has one.
        put(u"person/user_1/old"_s, QByteArray(10, 'e'), 13);
        put(u"person/user_1/new"_s, QByteArray(20, 'f'), 13);
        QCOMPARE(get(u"person/user_1/old"_s), QByteArray());
        QCOMPARE(get(u"person/user_1/new"_s), QByteArray(20, 'f'));
        QCOMPARE(size(), 870);
        QVERIFY(!bytes().contains(QByteArray(20, 'f')));
        cache->post([](Database &database) { return cache::removePictures(database); });
        QCOMPARE(size(), 0);
    }

    void rubbishIsMadeAnew()
    {
        QDir().mkpath(QFileInfo(m_path).path());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        const auto cache = open();
        write(*cache, {message(6, u"fresh"_s)});
        QCOMPARE(read(*cache, 6)->content, u"fresh"_s);
    }

    void aNewerFileIsNotTouchedByOldCode()
    {
        {
            const auto cache = open();
            cache->post([](Database &database) { return cache::writeOutboxItem(database, item(u"a"_s, u"unsent"_s)); });
            cache->post([](Database &database) { return database.script("PRAGMA user_version = 9999;"); });
        }
        const auto cache = open();
        QCOMPARE(outbox(*cache).size(), 1);
        QCOMPARE(*cache->read([](Database &database) { return database.integer("PRAGMA user_version"); }),
                 cache::latestVersion());
    }

    void uploadsSurviveANewCache()
    {
        cache::UploadItem file{
            .id = u"f"_s, .channel = kChannel, .path = u"/tmp/plan.pdf"_s, .name = u"plan.pdf"_s, .size = 5};
        cache::UploadItem picture{.id = u"p"_s, .channel = kChannel, .content = "PNG", .name = u"p.png"_s, .size = 3};
        {
            const auto cache = open();
            for (const cache::UploadItem &one : {file, picture})
                cache->post([one](Database &database) { return cache::writeUpload(database, one); });
            // What changes on the way; the bytes need not be written again.
            picture.upload = UploadId(7);
            picture.isPaused = true;
            cache->post([picture](Database &database) { return cache::writeUpload(database, picture); });
            cache->post([](Database &database) { return database.script("PRAGMA user_version = 9999;"); });
        }
        const auto cache = open();
        QCOMPARE(*cache->read([](Database &database) { return cache::readUploads(database); }),
                 (QList<cache::UploadItem>{file, picture}));
    }

    void letsGoOfWhatIsTooMuch()
    {
        const auto cache = open();
        cache->post([](Database &database) {
            protocol::Channel channel;
            channel.id = kChannel;
            channel.viewer.emplace();
            const Result<> done = cache::writeChannel(database, channel);
            return done ? cache::writeSpan(database, kChannel,
                                           {.oldest = MessageId(1), .atStart = true, .seq = 9, .isLoaded = true})
                        : done;
        });
        for (qint64 id = 1; id <= 30; ++id)
            write(*cache, {message(id, u"word%1"_s.arg(id))});
        cache->post([](Database &database) { return cache::trimMessages(database, {.channel = 10}); });
        QVERIFY(!read(*cache, 20));
        QVERIFY(read(*cache, 21));
        QCOMPARE(found(*cache, u"word20"_s), QStringList());
        QCOMPARE(found(*cache, u"word21"_s), QStringList{u"word21"_s});
        const auto channels = *cache->read([](Database &database) { return cache::readChannels(database); });
        QCOMPARE(channels.first().span.oldest, MessageId(21));
        QVERIFY(!channels.first().span.atStart);
        QCOMPARE(channels.first().span.seq, 9);
    }

    void whereNoFileCanBeMadeItIsATemporaryOne()
    {
        const auto cache = Cache::open(u"/proc/nowhere/cache.db"_s, m_key, kAnn);
        write(*cache, {message(5, u"hello"_s)});
        QCOMPARE(read(*cache, 5)->content, u"hello"_s);
    }

    void signingOutLeavesNothing()
    {
        const auto cache = open();
        write(*cache, {message(5, u"hello"_s)});
        cache->flush();
        QVERIFY(!bytes().isEmpty());
        cache->wipe();
        QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files), QStringList());
        QVERIFY(!read(*cache, 5));
        write(*cache, {message(6, u"late"_s)});
        cache->flush();
        QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files), QStringList());
    }

    void neverKeepsWhatIsForOneselfAlone()
    {
        const auto cache = open();
        protocol::User user;
        user.id = kAnn;
        user.username = u"ann"_s;
        user.status = protocol::PresenceStatus::Online;
        user.own = protocol::User::Private{
            .email = u"ann@example.org"_s, .permissions = {}, .lastLogin = {}, .preferences = {}};
        cache->post([user](Database &database) { return cache::writeUser(database, user); });
        const auto users = *cache->read([](Database &database) { return cache::readUsers(database); });
        QCOMPARE(users.size(), 1);
        QVERIFY(!users.first().own);
        QCOMPARE(users.first().status, protocol::PresenceStatus::Offline);
    }
};

QTEST_GUILESS_MAIN(CacheTest)
#include "cache_test.moc"
