// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// API keys from the settings, against the real server.
#include "app/session/api_keys.h"
#include "tests/app/support/await.h"
#include "tests/support/server_process.h"

#include <QAbstractItemModelTester>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

class ApiKeysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ServerProcess> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ApiKeys> m_keys;

    /** The status of a request with this key. */
    int statusWith(const QString &key)
    {
        QNetworkAccessManager network;
        QUrl url = m_server->url();
        url.setPath(u"/api/v1/users/me"_s);
        QNetworkRequest request(url);
        request.setRawHeader("X-API-Key", key.toLatin1());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy done(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !done.wait())
            return 0;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QVariant at(int row, int role) { return m_keys->keys()->index(row).data(role); }

    void make(const QString &name, ApiKeys::Scope scope, int days, const QString &password = {})
    {
        m_keys->make(name, scope, days, password);
        QTRY_VERIFY(!m_keys->isBusy());
    }

private slots:
    void init()
    {
        m_server = std::make_unique<test::ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_api = std::make_unique<ApiClient>(m_server->url());
        QVERIFY(await(m_api->signIn(u"john"_s, u"john12345"_s, true)));
        m_keys = std::make_unique<ApiKeys>(m_api.get());
        m_keys->load();
        QTRY_VERIFY(!m_keys->isBusy());
        QCOMPARE(m_keys->keys()->count(), 0);
    }

    void cleanup()
    {
        m_keys.reset();
        m_api.reset();
        m_server.reset();
    }

    void makesShowsAndRevokes()
    {
        const QAbstractItemModelTester tester(m_keys->keys(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy made(m_keys.get(), &ApiKeys::keyMade);
        make(u"Backup script"_s, ApiKeys::Read, 0);
        QCOMPARE(made.size(), 1);
        const QString key = m_keys->made();
        QVERIFY(key.startsWith("plx_"_L1));
        QCOMPARE(statusWith(key), 200);
        make(u"Deploy bot"_s, ApiKeys::ReadAndWrite, 30);
        QCOMPARE(at(0, ApiKeysModel::NameRole).toString(), u"Deploy bot"_s);
        QVERIFY(at(0, ApiKeysModel::DetailRole).toString().contains("read and write"_L1));
        QVERIFY(!at(0, ApiKeysModel::IsExpiredRole).toBool());
        m_keys->forgetMade();
        QVERIFY(m_keys->made().isEmpty());
        // The server has the same, and never the secret.
        m_keys->load();
        QTRY_VERIFY(!m_keys->isBusy());
        QCOMPARE(m_keys->keys()->count(), 2);
        QCOMPARE(at(1, ApiKeysModel::NameRole).toString(), u"Backup script"_s);
        QVERIFY(!at(1, ApiKeysModel::DetailRole).toString().contains("never used"_L1));
        QVERIFY(m_keys->made().isEmpty());
        m_keys->revoke(at(1, ApiKeysModel::KeyIdRole).toString());
        QTRY_VERIFY(!m_keys->isBusy());
        QCOMPARE(m_keys->keys()->count(), 1);
        QCOMPARE(statusWith(key), 401);
        QVERIFY(m_keys->error().isEmpty());
    }

    void saysWhyThereIsNone()
    {
        make(u"Everything"_s, ApiKeys::Administer, 30);
        QVERIFY(m_keys->makeError().contains("administrators"_L1));
        QVERIFY(m_keys->made().isEmpty());
        make(u"Mine"_s, ApiKeys::Read, 30, u"not my password"_s);
        QVERIFY(m_keys->makeError().contains("wrong"_L1));
        m_keys->begin();
        QVERIFY(m_keys->makeError().isEmpty());
        make(u"Mine"_s, ApiKeys::Read, 30, u"john12345"_s);
        QCOMPARE(m_keys->keys()->count(), 1);
    }
};

QTEST_MAIN(ApiKeysTest)
#include "app_api_keys_test.moc"
