// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/local_blob_store.h"
#include "server/security/crypto.h"
#include "server/security/key_ring.h"
#include "server/services/exports_service.h"
#include "server/store/rows.h"
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Message;
using security::Principal;
using services::ChannelExport;
using Files = services::ExportsService::Files;

/** A channel's export says everything once, in order, and in small parts; who takes one is known. */
class ExportsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        auto keys = security::KeyRing::loadOrCreate(m_folder->filePath(u"secret.key"_s));
        QVERIFY(keys);
        m_audit = std::make_unique<services::AuditService>(m_world->database(), std::move(*keys));
        m_users = std::make_unique<services::UsersService>(m_world->database(), *m_audit);
        m_storage = std::make_unique<files::FileStorage>(m_folder->filePath(u"incoming"_s),
                                                         std::make_unique<files::LocalBlobStore>(m_folder->path()));
        QVERIFY(m_storage->prepare());
        m_files = std::make_unique<services::FilesService>(m_world->database(), *m_storage, m_world->publisher,
                                                           services::FilesService::Options());
        m_exports = std::make_unique<services::ExportsService>(
            services::ExportsService::Parts{m_world->database(), *m_audit, *m_users, *m_world->messages, *m_files});
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_root = m_world->person(u"root"_s, {u"admin"_s});
        m_room = m_world->makeChannel(m_ann, u"room"_s, protocol::ChannelType::Private).id;
        m_world->await(m_world->members->add(m_ann, m_room.toString(), {m_bob.userId}));
    }

    void cleanup()
    {
        m_exports.reset();
        m_files.reset();
        m_storage.reset();
        m_users.reset();
        m_audit.reset();
        m_world.reset();
    }

    void everythingIsInItOnceAndInOrder()
    {
        QList<Message> expected;
        for (int i = 0; i < 230; ++i) {
            const Message root = m_world->post(i % 3 == 0 ? m_bob : m_ann, m_room,
                                               u"message %1 \n \"quoted\" 😀"_s.arg(i));
            QList<Message> replies;
            // One thread that is longer than a part, one that ends with it, and some short ones.
            for (int reply = 0; reply < (i == 50 ? 205 : i == 51 ? 100 : i % 20 == 0 ? 2 : 0); ++reply)
                replies.append(m_world->post(m_bob, m_room, u"reply %1"_s.arg(reply), root.id));
            if (i % 17 == 16) {
                m_world->await(m_world->messages->remove(m_ann, root.id));
                continue;
            }
            expected.append(*m_world->messages->get(m_ann, root.id));
            expected.append(replies);
        }
        const auto lines = linesOf(open(m_ann));
        QCOMPARE(lines.first().value("type"_L1).toString(), u"export"_s);
        QCOMPARE(lines.first().value("channel"_L1)["id"_L1].toString(), m_room.toString());
        QCOMPARE(lines.first().value("exported_by"_L1).toString(), m_ann.userId.toString());
        QVERIFY(!lines.first().value("channel"_L1).toObject().contains("unread_count"_L1));
        QCOMPARE(lines.last().value("type"_L1).toString(), u"end"_s);
        QCOMPARE(lines.last().value("messages"_L1).toInteger(), expected.size());
        QSet<QString> known;
        QList<Message> exported;
        for (const QJsonObject &line : lines) {
            if (line.value("type"_L1) == "user"_L1) {
                const QString id = line.value("user"_L1)["id"_L1].toString();
                QVERIFY(!known.contains(id));
                known.insert(id);
                QVERIFY(!line.value("user"_L1).toObject().contains("email"_L1));
            } else if (line.value("type"_L1) == "message"_L1) {
                const auto message = Message::fromJson(line.value("message"_L1).toObject());
                QVERIFY(message && known.contains(message->userId.toString()));
                exported.append(*message);
            }
        }
        QCOMPARE(exported, expected);
        QVERIFY2(m_largestPart < 210, qPrintable(QString::number(m_largestPart)));
        QCOMPARE(m_audit->list({.action = u"channel.exported"_s})->entries.first().targetId, m_room.toString());
    }

    void filesFollowWithTheirBytes()
    {
        m_world->post(m_ann, m_room, u"see below"_s);
        QByteArray large(500'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = static_cast<char>(i * 31 % 251);
        const FileId first = addFile("few");
        const FileId second = addFile(large);
        const FileId empty = addFile({});
        const FileId infected = addFile("bad");
        const auto marked = m_world->database().writeAndWait([&](store::WriteTransaction &transaction) {
            return store::done(transaction.connection().execute("UPDATE blobs SET scan_status = 3 WHERE sha256 = ?",
                                                                {security::sha256("bad")}));
        });
        QVERIFY(marked);
        const auto lines = linesOf(open(m_ann, Files::Include));
        QHash<QString, QByteArray> bytes;
        QHash<QString, QString> digests;
        QStringList order;
        for (const QJsonObject &line : lines) {
            const QString type = line.value("type"_L1).toString();
            if (type == "file"_L1) {
                order.append(line.value("file"_L1)["id"_L1].toString());
                digests.insert(order.last(), line.value("sha256"_L1).toString());
            } else if (type == "file_part"_L1) {
                QCOMPARE(line.value("file_id"_L1).toString(), order.last());
                bytes[order.last()] += QByteArray::fromBase64(line.value("data"_L1).toString().toLatin1());
            }
        }
        QCOMPARE(order, (QStringList{infected.toString(), empty.toString(), second.toString(), first.toString()}));
        QCOMPARE(bytes.value(first.toString()), "few"_ba);
        QCOMPARE(bytes.value(second.toString()), large);
        QVERIFY(!bytes.contains(infected.toString()) && !bytes.contains(empty.toString()));
        for (const QByteArray &content : {"few"_ba, large, ""_ba})
            QVERIFY(digests.values().contains(QString::fromLatin1(security::sha256(content).toHex())));
        QCOMPARE(digests.value(infected.toString()), QString());
        QCOMPARE(lines.last().value("files"_L1).toInteger(), 4);
        QCOMPARE(linesOf(open(m_ann)).last().value("files"_L1).toInteger(), 0);
    }

    void onlyItsOwnerTakesIt()
    {
        const auto code = [&](const Principal &caller, const QString &channel) {
            return m_world->refusal(m_exports->open(caller, channel, Files::Leave));
        };
        QCOMPARE(code(m_bob, m_room.toString()), ErrorCode::InsufficientPermissions);
        QCOMPARE(code(m_root, m_room.toString()), ErrorCode::NotFound);
        const auto direct = m_world->await(m_world->channels->openDirect(m_ann, {m_bob.userId})).channel;
        QCOMPARE(code(m_bob, direct.id.toString()), std::nullopt);
        QCOMPARE(code(m_root, direct.id.toString()), ErrorCode::NotFound);
        QVERIFY(m_audit->list({.action = u"channel.exported"_s})->entries.size() == 1);
    }

    void anAdminsIsAnnouncedThere()
    {
        m_world->post(m_ann, m_room, u"private"_s);
        m_world->await(m_world->channels->setArchived(m_ann, m_room.toString(), true));
        m_world->publisher.take();
        const auto lines = linesOf(m_world->await(m_exports->openByAdmin(m_root, m_room.toString(), Files::Include)));
        QCOMPARE(m_world->publisher.takeNames(), u"message"_s);
        const auto page = m_world->messages->page(m_bob, m_room.toString(), {});
        QCOMPARE(page->messages.first().userId, m_root.userId);
        QVERIFY(page->messages.first().content.contains("exported"_L1));
        QCOMPARE(m_world->viewer(m_bob, m_room).unreadCount, 2);
        QCOMPARE(lines.last().value("messages"_L1).toInteger(), 2);
        QCOMPARE(m_audit->list({.action = u"channel.exported"_s})->entries.first().actor, m_root.userId);
        QCOMPARE(m_world->findings(), QStringList());
        QCOMPARE(m_world->refusal(m_exports->openByAdmin(m_root, u"channel_9"_s, Files::Leave)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_exports->openByAdmin(m_root, u"no-such"_s, Files::Leave)), ErrorCode::NotFound);
    }

    void whoMayNoLongerGetsNoMore()
    {
        for (int i = 0; i < 150; ++i)
            m_world->post(m_ann, m_room, u"x"_s);
        const auto exported = open(m_ann);
        QVERIFY(m_world->run(exported->next()));
        m_world->await(m_world->members->setRole(m_ann, m_room.toString(), m_bob.userId, protocol::ChannelRole::Owner));
        m_world->await(
            m_world->members->setRole(m_bob, m_room.toString(), m_ann.userId, protocol::ChannelRole::Member));
        QCOMPARE(m_world->run(exported->next()).error().code, ErrorCode::InsufficientPermissions);
    }

private:
    std::shared_ptr<ChannelExport> open(const Principal &caller, Files files = Files::Leave)
    {
        return m_world->await(m_exports->open(caller, m_room.toString(), files));
    }

    FileId addFile(const QByteArray &bytes)
    {
        const auto file = m_world->await(m_files->receive());
        if (!file->append(bytes))
            qFatal("cannot write");
        return m_world->await(m_files->add(m_ann, {.filename = u"a.bin"_s, .channel = m_room.toString()}, file)).id;
    }

    QList<QJsonObject> linesOf(const std::shared_ptr<ChannelExport> &exported)
    {
        QByteArray all;
        m_largestPart = 0;
        for (;;) {
            const QByteArray part = m_world->await(exported->next());
            if (part.isEmpty())
                break;
            m_largestPart = std::max(m_largestPart, part.count('\n'));
            all += part;
        }
        QList<QJsonObject> lines;
        for (const QByteArray &line : all.split('\n')) {
            if (line.isEmpty())
                continue;
            const auto object = protocol::parseObject(line);
            if (!object)
                qFatal("not JSON: %s", line.constData());
            lines.append(*object);
        }
        return lines;
    }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<services::AuditService> m_audit;
    std::unique_ptr<services::UsersService> m_users;
    std::unique_ptr<files::FileStorage> m_storage;
    std::unique_ptr<services::FilesService> m_files;
    std::unique_ptr<services::ExportsService> m_exports;
    Principal m_ann;
    Principal m_bob;
    Principal m_root;
    ChannelId m_room;
    qsizetype m_largestPart = 0;
};

QTEST_GUILESS_MAIN(ExportsServiceTest)
#include "exports_service_test.moc"
