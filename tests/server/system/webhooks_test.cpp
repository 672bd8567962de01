// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/web_site.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** What another server is told, by the real program, which is killed meanwhile. */
class WebhooksTest : public QObject
{
    Q_OBJECT

private slots:
    void aKillLosesNothing()
    {
        bool answers = false;
        WebSite site([&](const WebSite::Request &) { return answers ? WebSite::answer(204, "") : QByteArray(); });
        QTemporaryDir folder;
        QFile config(folder.filePath(u"plexichat.toml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[server]\noutgoing_allowed = [\"127.0.0.1\"]\n");
        config.close();
        ServerProcess server;
        QVERIFY2(server.start({u"--config"_s, config.fileName()}), server.standardError().constData());
        RestClient admin(server.url(), u"admin"_s, u"admin123"_s);
        const QJsonObject hook{{"channel_id"_L1, "general"_L1},
                               {"name"_L1, "Archive"_L1},
                               {"url"_L1, site.url(u"/hook"_s).toString()},
                               {"events"_L1, QJsonArray{"message"_L1}}};
        const Answer made = admin.post(u"/api/v1/webhooks"_s, hook);
        QVERIFY2(made.status == 201, made.body.constData());
        const QString path = "/api/v1/webhooks/"_L1 + made.json["id"_L1].toString();

        QStringList said;
        for (int i = 0; i < 3; ++i) {
            said.append(u"message %1"_s.arg(i));
            QCOMPARE(admin.post(u"/api/v1/messages"_s, {{"channel_id"_L1, "general"_L1}, {"content"_L1, said.last()}})
                         .status,
                     201);
        }
        QTRY_VERIFY(!site.requests().isEmpty());
        server.kill();
        answers = true;
        QVERIFY(server.restart());

        const auto told = [&] {
            QSet<QString> contents;
            for (const WebSite::Request &request : site.requests()) {
                const QJsonObject payload = QJsonDocument::fromJson(request.body).object();
                contents.insert(payload["data"_L1]["content"_L1].toString());
            }
            return contents;
        };
        QTRY_COMPARE(told(), QSet<QString>(said.begin(), said.end()));
        const auto arrived = [&] {
            const QJsonArray log = admin.get(path + "/deliveries"_L1).json["deliveries"_L1].toArray();
            return log.size() == 3 && std::ranges::all_of(log, [](const QJsonValue &delivery) {
                       return delivery["state"_L1].toString() == "delivered"_L1;
                   });
        };
        QTRY_VERIFY(arrived());
        QCOMPARE(ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, server.dataDirectory()}).status, 0);
        QVERIFY(server.terminate());
    }
};

QTEST_GUILESS_MAIN(WebhooksTest)
#include "webhooks_test.moc"
