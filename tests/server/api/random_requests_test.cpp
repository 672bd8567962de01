// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/request_generator.h"
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr int kRequests = 5'000;
constexpr quint32 kSeed = 20261123;

} // namespace

/**
 * The whole server against its own description: whatever is asked, it answers with a status and a body that the
 * description has, and takes no body that the description forbids. PLEXICHAT_SEED=N makes other requests.
 */
class RandomRequestsTest : public QObject
{
    Q_OBJECT

private:
    struct World {
        World() : admin(server.url()), person(server.url()), stranger(server.url()), impostor(server.url())
        {
            impostor.setAccessToken(u"not.a.token"_s);
        }

        /** False where the requests so far have made it impossible. */
        bool signIn()
        {
            return admin.signIn(u"admin"_s, u"admin123"_s).status == 200
                && person.signIn(u"john"_s, u"john12345"_s).status == 200;
        }

        WholeServer server;
        RestClient admin;
        RestClient person;
        RestClient stranger;
        RestClient impostor;
    };

    /** Signed in; a new one where the old one's people cannot sign in any more. */
    void renew()
    {
        if (m_world && m_world->signIn())
            return;
        m_world = std::make_unique<World>();
        QVERIFY(m_world->signIn());
    }

    RestClient &someone(QRandomGenerator &random)
    {
        const int number = random.bounded(100);
        if (number < 60)
            return m_world->person;
        if (number < 92)
            return m_world->admin;
        return number < 96 ? m_world->stranger : m_world->impostor;
    }

    /** What is wrong with the answer; empty where nothing is. */
    QString complaint(const GeneratedRequest &request, const Answer &answer, const SchemaValidator &validator) const
    {
        const QJsonObject described = request.answers.value(QString::number(answer.status)).toObject();
        if (described.isEmpty())
            return u"the status is not described"_s;
        // 503 may be described, where a part of the server is not set up.
        if (answer.status >= 500 && answer.status != 503)
            return u"the server failed"_s;
        if (!request.bodySchema.isEmpty() && !request.fits && answer.status < 300)
            return u"the body does not fit its schema, and was taken"_s;
        if (request.method == "HEAD")
            return {};
        if (answer.body.isEmpty())
            return described.contains("content"_L1) ? u"the body is missing"_s : QString();
        const QString type = QString::fromLatin1(answer.header("Content-Type")).section(u';', 0, 0);
        const QJsonObject types = described.value("content"_L1).toObject();
        const QJsonObject content = types.value(type).toObject();
        // A file's own type can be any.
        if (content.isEmpty() && !types.contains("*/*"_L1))
            return u"the type %1 is not described"_s.arg(type);
        if (type != "application/json"_L1)
            return {};
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
        if (error.error != QJsonParseError::NoError)
            return u"the body is no JSON"_s;
        return validator
            .fault(document.object(), content.value("schema"_L1).toObject(), SchemaValidator::Unknown::Fault)
            .value_or(QString());
    }

    std::unique_ptr<World> m_world;

private slots:
    void answersAreAsDescribed()
    {
        const quint32 seed = qEnvironmentVariableIsSet("PLEXICHAT_SEED")
            ? qEnvironmentVariable("PLEXICHAT_SEED").toUInt()
            : kSeed;
        renew();
        const QJsonObject document = m_world->stranger.get(u"/openapi.json"_s).json;
        const SchemaValidator validator(document);
        RequestGenerator generator(document, seed);
        QRandomGenerator random(seed);
        QMap<int, int> statuses;
        QMap<QString, int> done;
        QMap<QString, QString> complaints;
        for (int i = 0; i < kRequests; ++i) {
            const GeneratedRequest request = generator.next();
            RestClient &client = someone(random);
            QList<QNetworkReply::RawHeaderPair> headers;
            if (!request.contentType.isEmpty())
                headers.emplaceBack("Content-Type", request.contentType);
            const Answer answer = client.sendRaw(request.method, request.target, request.body, headers);
            ++statuses[answer.status];
            if (answer.status < 300)
                ++done[request.operationId];
            const QString wrong = complaint(request, answer, validator);
            // One example of each kind says enough.
            const QString kind = request.operationId + wrong.section(u':', 0, 1) + QString::number(answer.status);
            if (!wrong.isEmpty() && !complaints.contains(kind)) {
                complaints.insert(kind,
                                  u"request %1: %2\n  %3\n  %4 %5"_s.arg(QString::number(i), wrong, request.toString(),
                                                                         QString::number(answer.status),
                                                                         QString::fromUtf8(answer.body.left(1'000))));
            }
            const bool isKnown = &client == &m_world->person || &client == &m_world->admin;
            if (isKnown && answer.status == 401 && client.get(u"/api/v1/users/me"_s).status == 401)
                renew();
        }
        for (const QString &found : std::as_const(complaints))
            qWarning().noquote() << found;
        QVERIFY2(complaints.isEmpty(), qPrintable(u"PLEXICHAT_SEED=%1"_s.arg(seed)));
        qInfo() << "statuses:" << statuses << "operations that went well:" << done.size() << "of"
                << generator.operationCount();
        // Else the requests are too wild to get anywhere, and the test sees nothing but refusals.
        QVERIFY(statuses.value(200) + statuses.value(201) + statuses.value(204) > kRequests / 5);
        QVERIFY(done.size() > generator.operationCount() / 2);
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::RandomRequestsTest)
#include "random_requests_test.moc"
