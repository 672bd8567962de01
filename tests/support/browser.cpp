// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr int kPatience = 30'000;

/** No sandbox, since tests may run as root in a container, which Chromium refuses; no network but what a page asks for. */
const QStringList kArguments{
    u"--headless=new"_s,
    u"--no-sandbox"_s,
    u"--disable-gpu"_s,
    u"--disable-dev-shm-usage"_s,
    u"--disable-quic"_s,
    u"--no-first-run"_s,
    u"--disable-background-networking"_s,
    u"--disable-component-update"_s,
    u"--disable-sync"_s,
    u"--disable-extensions"_s,
    u"--window-size=1400,1100"_s,
    u"--remote-debugging-port=0"_s,
};

} // namespace

Browser::Browser()
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                     [this](const QString &text) { receive(text); });
}

Browser::~Browser()
{
    // Asked, it ends its own processes before itself, and the profile can be deleted.
    if (m_socket.isValid()) {
        m_socket.sendTextMessage(uR"({"id":0,"method":"Browser.close"})"_s);
        m_socket.flush();
    }
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Browser::start()
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(u"chromium"_s,
                    kArguments + QStringList{"--user-data-dir="_L1 + m_profile.path(), u"about:blank"_s});
    if (!m_process.waitForStarted()) {
        m_fault = u"chromium does not start: "_s + m_process.errorString();
        return false;
    }
    QByteArray said;
    QUrl debugger;
    const bool isListening = QTest::qWaitFor(
        [&] {
            said += m_process.readAllStandardError();
            constexpr QByteArrayView kMark = "DevTools listening on ";
            const qsizetype begin = said.indexOf(kMark);
            const qsizetype end = begin < 0 ? -1 : said.indexOf('\n', begin);
            if (end > 0)
                debugger = QUrl(
                    QString::fromUtf8(said.mid(begin + kMark.size(), end - begin - kMark.size()).trimmed()));
            return end > 0 || m_process.state() == QProcess::NotRunning;
        },
        kPatience);
    if (!isListening || debugger.isEmpty()) {
        m_fault = u"chromium does not listen: "_s + QString::fromUtf8(said);
        return false;
    }
    // Else its log fills the pipe, and it stands still.
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                     [this] { m_process.readAllStandardError(); });
    return attach(debugger);
}

bool Browser::attach(const QUrl &debugger)
{
    m_socket.open(debugger);
    if (!QTest::qWaitFor([&] { return m_socket.isValid(); }, kPatience)) {
        m_fault = u"chromium's debugger does not answer: "_s + m_socket.errorString();
        return false;
    }
    const QJsonObject target = call(u"Target.createTarget"_s, {{"url"_L1, "about:blank"_L1}});
    const QJsonObject attached = call(u"Target.attachToTarget"_s,
                                      {{"targetId"_L1, target.value("targetId"_L1)}, {"flatten"_L1, true}});
    m_session = attached.value("sessionId"_L1).toString();
    for (const auto &domain : {u"Page.enable"_s, u"Runtime.enable"_s, u"Log.enable"_s, u"Network.enable"_s})
        call(domain);
    if (m_session.isEmpty())
        m_fault = u"chromium gives no page"_s;
    return !m_session.isEmpty();
}

QJsonObject Browser::call(const QString &method, const QJsonObject &parameters)
{
    const int id = ++m_lastCall;
    QJsonObject message{{"id"_L1, id}, {"method"_L1, method}, {"params"_L1, parameters}};
    if (!m_session.isEmpty())
        message.insert("sessionId"_L1, m_session);
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    if (!QTest::qWaitFor([&] { return m_answers.contains(id); }, kPatience))
        m_errors.append(u"chromium does not answer %1"_s.arg(method));
    return m_answers.take(id);
}

void Browser::receive(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (message.contains("id"_L1)) {
        m_answers.insert(message.value("id"_L1).toInt(), message.value("result"_L1).toObject());
        return;
    }
    const QString method = message.value("method"_L1).toString();
    const QJsonObject parameters = message.value("params"_L1).toObject();
    const auto asText = [](const QJsonValue &value) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    };
    if (method == "Network.requestWillBeSent"_L1) {
        const QUrl url(parameters.value("request"_L1).toObject().value("url"_L1).toString());
        if (url.scheme() != "data"_L1)
            m_requests.append(url);
    } else if (method == "Runtime.exceptionThrown"_L1) {
        m_errors.append(asText(parameters.value("exceptionDetails"_L1)));
    } else if (method == "Runtime.consoleAPICalled"_L1 && parameters.value("type"_L1) == "error"_L1) {
        m_errors.append(asText(parameters));
    } else if (method == "Log.entryAdded"_L1) {
        const QJsonObject entry = parameters.value("entry"_L1).toObject();
        if (entry.value("level"_L1) == "error"_L1)
            m_errors.append(asText(entry));
    }
}

void Browser::open(const QUrl &address)
{
    m_errors.clear();
    m_requests.clear();
    call(u"Page.navigate"_s, {{"url"_L1, address.toString()}});
}

QJsonValue Browser::evaluate(const QString &expression)
{
    const QJsonObject answer = call(
        u"Runtime.evaluate"_s, {{"expression"_L1, expression}, {"returnByValue"_L1, true}, {"awaitPromise"_L1, true}});
    if (answer.contains("exceptionDetails"_L1))
        return QJsonValue::Undefined;
    return answer.value("result"_L1).toObject().value("value"_L1);
}

bool Browser::becomesTrue(const QString &expression, int milliseconds)
{
    return QTest::qWaitFor([&] { return evaluate(expression).toBool(); }, milliseconds);
}

bool Browser::saveScreenshot(const QString &path)
{
    const QJsonObject answer = call(u"Page.captureScreenshot"_s);
    QFile file(path);
    const QByteArray picture = QByteArray::fromBase64(answer.value("data"_L1).toString().toLatin1());
    return !picture.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size();
}

} // namespace plexi::test
