// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

/** Commands start with "curl" and end at a blank line; "# Response" is followed by a JSON object. */
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
            if (paragraph.startsWith("# Response"_L1) && brace >= 0 && !examples.isEmpty())
                examples.last().answer = QJsonDocument::fromJson(paragraph.sliced(brace).toUtf8()).object();
        }
    }
    return examples;
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

/** Every curl example of the API reference whose part is built, run as printed; only placeholders are filled in. */
class ReferenceTest : public QObject
{
    Q_OBJECT

private slots:
    void examplesWorkAsPrinted()
    {
        QFile file(qEnvironmentVariable("PLEXICHAT_REFERENCE",
                                        QStringLiteral(PLEXI_SOURCE_DIR "/../shared/seed-api-reference.md")));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The API reference is not beside this checkout; PLEXICHAT_REFERENCE can name it");
        const QList<Example> examples = examplesOf(QString::fromUtf8(file.readAll()));
        QVERIFY(examples.size() > 20);

        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        int run = 0;
        for (const Example &example : examples) {
            if (isLater(example.command))
                continue;
            runExample(example);
            if (QTest::currentTestFailed())
                return;
            ++run;
        }
        QVERIFY(run >= 14);
    }

private:
    /** Parts of the reference that this server does not have yet; codes of second factors are second_factors_test's. */
    static bool isLater(const QString &command)
    {
        static const QStringList later{u"/auth/mfa/"_s,     u"/api/v1/users?"_s, u"/api/v1/users\""_s,
                                       u"/api/v1/files/"_s, u"/api/v1/ai/"_s,    u"/api/v1/admin/"_s};
        return std::any_of(later.begin(), later.end(), [&](const QString &part) { return command.contains(part); });
    }

    static int expectedStatus(const QString &command)
    {
        if (command.contains("/auth/logout"_L1) || command.contains("-X DELETE"_L1))
            return 204;
        if (command.contains("POST"_L1) && !command.contains("/auth/login"_L1) && !command.contains("/auth/refresh"_L1))
            return 201;
        return 200;
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
        const QString found = difference(example.answer, answer, u"answer"_s);
        QVERIFY2(found.isEmpty(), (found.toUtf8() + "\n" + told).constData());
    }

    std::unique_ptr<ServerProcess> m_server;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
