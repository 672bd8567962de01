// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/totp.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

/** One curl command of the reference as printed, and the answer printed after it, where there is one. */
struct Example {
    QString command;
    QJsonObject answer;
};

/** What begins a paragraph with an answer. */
bool beginsAnAnswer(const QString &paragraph)
{
    return paragraph.startsWith("# Response"_L1) || paragraph.startsWith("# If MFA required"_L1);
}

/** Commands start with "curl" and end at a blank line; an answer is a JSON object. */
QList<Example> examplesOf(const QString &reference)
{
    QList<Example> examples;
    static const QRegularExpression block(u"```bash\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    for (const QRegularExpressionMatch &match : block.globalMatch(reference)) {
        for (const QString &paragraph : match.captured(1).split("\n\n"_L1)) {
            const qsizetype curl = paragraph.indexOf("curl "_L1);
            if (curl >= 0)
                examples.append({paragraph.sliced(curl).trimmed(), {}});
            const qsizetype brace = paragraph.indexOf("\n{"_L1);
            if (beginsAnAnswer(paragraph) && brace >= 0 && !examples.isEmpty())
                examples.last().answer = QJsonDocument::fromJson(paragraph.sliced(brace).toUtf8()).object();
        }
    }
    return examples;
}

/** The blocks of @p language, whose fences are as they are: "" for those of none. */
QStringList blocksOf(const QString &reference, const QString &language)
{
    QStringList blocks;
    const QRegularExpression block(u"^```(\\w*)\\n(.*?)^```$"_s,
                                   QRegularExpression::DotMatchesEverythingOption
                                       | QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : block.globalMatch(reference)) {
        if (match.captured(1) == language)
            blocks.append(match.captured(2));
    }
    return blocks;
}

/** The error envelope that is printed for @p code. */
QJsonObject printedError(const QString &reference, const QString &code)
{
    for (const QString &block : blocksOf(reference, u"json"_s)) {
        const QJsonObject object = QJsonDocument::fromJson(block.toUtf8()).object();
        if (object["error"_L1]["code"_L1].toString() == code)
            return object;
    }
    return {};
}

/** What an authenticator app does with the secret that was typed into it. */
QByteArray decodedBase32(const QString &base32)
{
    QByteArray bits;
    for (const QChar digit : base32)
        bits += QByteArray::number(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(digit), 2).rightJustified(5, '0');
    QByteArray bytes;
    for (qsizetype at = 0; at + 8 <= bits.size(); at += 8)
        bytes += static_cast<char>(bits.sliced(at, 8).toInt(nullptr, 2));
    return bytes;
}

/** What is wrong with @p actual, measured against @p printed: a missing key or another type; empty when all is well. */
QString difference(const QJsonValue &printed, const QJsonValue &actual, const QString &path)
{
    if (actual.isUndefined())
        return path + " is missing"_L1;
    if (printed.isNull() || actual.isNull())
        return {};
    if (printed.type() != actual.type())
        return path + " has another type"_L1;
    if (printed.isArray() && !printed.toArray().isEmpty() && !actual.toArray().isEmpty())
        return difference(printed.toArray().first(), actual.toArray().first(), path + "[0]"_L1);
    if (!printed.isObject())
        return {};
    const QJsonObject object = printed.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString found = difference(field.value(), actual.toObject().value(field.key()),
                                         path + u'.' + field.key());
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

/** What the API reference prints of the parts that are built: examples run as they are, but for placeholders. */
class ReferenceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(qEnvironmentVariable("PLEXICHAT_REFERENCE",
                                        QStringLiteral(PLEXI_SOURCE_DIR "/../shared/seed-api-reference.md")));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The API reference is not beside this checkout; PLEXICHAT_REFERENCE can name it");
        m_reference = QString::fromUtf8(file.readAll());
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        QVERIFY(QFile::copy(QStringLiteral(PLEXI_SOURCE_DIR "/server/services/dev_world/document.pdf"),
                            m_folder.filePath(u"document.pdf"_s)));
    }

    void examplesWorkAsPrinted()
    {
        const QList<Example> examples = examplesOf(m_reference);
        QVERIFY(examples.size() > 20);
        int run = 0;
        for (const Example &example : examples) {
            if (isLater(example.command))
                continue;
            runExample(example);
            if (QTest::currentTestFailed())
                return;
            ++run;
        }
        QVERIFY(run >= 18);
    }

    void errorsLookAsPrinted()
    {
        const QJsonObject printed = printedError(m_reference, u"VALIDATION_ERROR"_s);
        QVERIFY(!printed.isEmpty());
        RestClient client(m_server->url(), u"john"_s, u"john12345"_s);
        const Answer answer = client.put(u"/api/v1/users/me"_s, {{"email"_L1, "not an address"_L1}});
        QCOMPARE(answer.status, 422);
        QCOMPARE(difference(printed, answer.json, u"answer"_s), QString());
        for (const QLatin1StringView name : {"code"_L1, "message"_L1, "details"_L1})
            QCOMPARE(answer.json["error"_L1][name], printed["error"_L1][name]);
    }

    void codesHaveTheStatusOfTheTable()
    {
        RestClient nobody(m_server->url());
        RestClient admin(m_server->url(), u"admin"_s, u"admin123"_s);
        RestClient john(m_server->url(), u"john"_s, u"john12345"_s);
        const QJsonObject ended{{"name"_L1, "k"_L1},
                                {"permissions"_L1, QJsonArray{"read"_L1}},
                                {"expires_at"_L1, "2025-12-31T23:59:59Z"_L1}};
        const Answer key = john.post(u"/api/v1/auth/api-keys"_s, ended);
        QCOMPARE(key.json["is_expired"_L1].toBool(), true);
        checkTable(nobody.get(u"/api/v1/users/me"_s), u"AUTHENTICATION_REQUIRED"_s);
        checkTable(nobody.signIn(u"admin"_s, u"admin124"_s), u"INVALID_CREDENTIALS"_s);
        checkTable(
            nobody.send("GET", u"/api/v1/users/me"_s, {}, {{"X-API-Key", key.json["key"_L1].toString().toLatin1()}}),
            u"TOKEN_EXPIRED"_s);
        checkTable(john.get(u"/api/v1/users"_s), u"INSUFFICIENT_PERMISSIONS"_s);
        checkTable(admin.get(u"/api/v1/messages/msg_1"_s), u"RESOURCE_NOT_FOUND"_s);
        checkTable(admin.get(u"/api/v1/users?limit=0"_s), u"VALIDATION_ERROR"_s);
    }

    void limitsLookAsPrinted()
    {
        ServerProcess limited;
        QVERIFY2(limited.start(), limited.standardError().constData());
        RestClient client(limited.url());
        const QRegularExpression number(u"\\A[0-9]+\\z"_s);
        int printedHeaders = 0;
        Answer answer;
        for (int i = 0; i < 30 && answer.status != 429; ++i) {
            answer = client.post(u"/api/v1/auth/login"_s, {});
            for (const QString &line : blocksOf(m_reference, {}).join(QString()).split(u'\n')) {
                if (!line.startsWith("X-RateLimit-"_L1))
                    continue;
                const QByteArray name = line.section(u':', 0, 0).toLatin1();
                QVERIFY2(number.match(QString::fromLatin1(answer.header(name))).hasMatch(), name.constData());
                ++printedHeaders;
            }
        }
        QVERIFY(printedHeaders >= 4);
        const QJsonObject printed = printedError(m_reference, u"RATE_LIMIT_EXCEEDED"_s);
        QVERIFY(!printed.isEmpty());
        QCOMPARE(difference(printed, answer.json, u"answer"_s), QString());
        QCOMPARE(answer.json["error"_L1]["message"_L1], printed["error"_L1]["message"_L1]);
        checkTable(answer, u"RATE_LIMIT_EXCEEDED"_s);
    }

private:
    /** Parts of the reference that this server does not have yet. */
    static bool isLater(const QString &command)
    {
        static const QStringList later{u"/api/v1/ai/"_s, u"/api/v1/admin/system/"_s, u"/api/v1/admin/backup"_s};
        return std::any_of(later.begin(), later.end(), [&](const QString &part) { return command.contains(part); });
    }

    static int expectedStatus(const QString &command)
    {
        if (command.contains("/auth/mfa/verify"_L1))
            return 200;
        if (command.contains("/auth/logout"_L1) || command.contains("-X DELETE"_L1))
            return 204;
        if (command.contains("POST"_L1) && !command.contains("/auth/login"_L1) && !command.contains("/auth/refresh"_L1))
            return 201;
        return 200;
    }

    /** Holds an answer against the line of @p code in the reference's table. */
    void checkTable(const Answer &answer, const QString &code)
    {
        const QRegularExpression line(u"\\| `%1` \\| (\\d+) \\|"_s.arg(code));
        const auto found = line.match(m_reference);
        QVERIFY2(found.hasMatch(), qPrintable(code));
        QCOMPARE(answer.errorCode(), code);
        QCOMPARE(answer.status, found.captured(1).toInt());
    }

    /** temp_token and code of somebody new whose sign-in waits for it; m_waiting is what it was answered with. */
    std::pair<QString, QString> waitingSignIn()
    {
        RestClient admin(m_server->url(), u"admin"_s, u"admin123"_s);
        const QString name = u"factor%1"_s.arg(++m_people);
        const QString password = u"a good long password"_s;
        (void)admin.post(u"/api/v1/users"_s, {{"username"_L1, name}, {"password"_L1, password}});
        RestClient person(m_server->url(), name, password);
        const QByteArray secret = decodedBase32(
            person.post(u"/api/v1/auth/mfa/totp"_s, {}).json["secret"_L1].toString());
        const qint64 step = plexi::security::totp::stepAt(plexi::Timestamp::now());
        const auto code = [&](qint64 at) {
            return QString::fromLatin1(plexi::security::totp::code(secret, at));
        };
        (void)person.post(u"/api/v1/auth/mfa/totp/confirm"_s, {{"mfa_code"_L1, code(step)}});
        m_waiting = RestClient(m_server->url()).signIn(name, password);
        return {m_waiting.json["temp_token"_L1].toString(), code(step + 1)};
    }

    QJsonObject signIn()
    {
        RestClient client(m_server->url());
        return client.signIn(u"admin"_s, u"admin123"_s).json;
    }

    /** A session of its own for each example, since one of them signs out and one refreshes. */
    QString filledIn(QString command)
    {
        const QJsonObject tokens = signIn();
        const QString access = tokens.value("access_token"_L1).toString();
        command.replace("http://localhost:8000"_L1, m_server->url().toString());
        command.replace("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..."_L1, access);
        command.replace("your-jwt-token"_L1, access);
        command.replace("your-refresh-token"_L1, tokens.value("refresh_token"_L1).toString());
        command.replace("your-token"_L1, access);
        command.replace("your-admin-token"_L1, access);
        if (command.contains("temp_token_for_mfa"_L1)) {
            const auto [token, code] = waitingSignIn();
            command.replace("temp_token_for_mfa"_L1, token);
            command.replace("123456"_L1, code);
        }
        if (command.contains("plx_your_api_key_here"_L1)) {
            RestClient client(m_server->url());
            client.setAccessToken(access);
            const Answer key = client.post(u"/api/v1/auth/api-keys"_s,
                                           {{"name"_L1, "example"_L1}, {"permissions"_L1, QJsonArray{"read"_L1}}});
            command.replace("plx_your_api_key_here"_L1, key.json.value("key"_L1).toString());
        }
        return command;
    }

    void runExample(const Example &example)
    {
        QProcess shell;
        shell.setWorkingDirectory(m_folder.path());
        shell.start(u"bash"_s, {u"-c"_s, filledIn(example.command) + " --silent --write-out '\\n%{http_code}'"_L1});
        QVERIFY(shell.waitForFinished());
        const QByteArray output = shell.readAllStandardOutput();
        const qsizetype split = output.lastIndexOf('\n');
        const QByteArray told = example.command.toUtf8() + '\n' + output + shell.readAllStandardError();
        QVERIFY2(output.sliced(split + 1).toInt() == expectedStatus(example.command), told.constData());
        const QJsonObject answer = QJsonDocument::fromJson(output.left(split)).object();
        if (example.answer.contains("temp_token"_L1)) {
            // Printed for somebody with a second factor, which nobody of the reference's world has.
            (void)waitingSignIn();
            QCOMPARE(m_waiting.status, 401);
            QCOMPARE(m_waiting.json.keys(), example.answer.keys());
            QCOMPARE(difference(example.answer, m_waiting.json, u"answer"_s), QString());
            return;
        }
        const QString found = difference(example.answer, answer, u"answer"_s);
        QVERIFY2(found.isEmpty(), (found.toUtf8() + "\n" + told).constData());
    }

    QString m_reference;
    std::unique_ptr<ServerProcess> m_server;
    QTemporaryDir m_folder;
    int m_people = 0;
    Answer m_waiting;
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
