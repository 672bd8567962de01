// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/protocol/client_frame.h"
#include "shared/protocol/second_factor.h"
#include "shared/protocol/session.h"
#include "tests/app/support/fake_world.h"

#include <QHttpServer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QWebSocket>

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace plexi::test {

/** A FakeWorld behind real HTTP and WebSocket connections, with faults to order. Lives on the test's thread, port 0. */
class FakeServer : public QObject
{
    Q_OBJECT

public:
    explicit FakeServer(QObject *parent = nullptr);
    ~FakeServer() override;

    FakeWorld world;
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

    /** Stops listening and drops every connection; listen() takes the same port again. */
    void goAway();
    bool listen();
    void dropSockets();
    /** As if the access tokens' time were over. */
    void expireAccessTokens();

    struct Seen {
        QByteArray verb;
        QString path;
        QString query;
        QByteArray authorization;
    };
    QList<Seen> seen;
    int count(const QByteArray &verb, const QString &path) const;
    QList<protocol::ClientRequest> frames;
    QList<QUrl> upgrades;
    QList<QByteArray> upgradeAuthorizations;
    qsizetype socketCount() const { return static_cast<qsizetype>(m_sockets.size()); }

    /** Where it is set, a right password is answered with the question for this code. */
    std::optional<QString> code;
    QList<protocol::SecondFactor> codeFactors{protocol::SecondFactor::Totp, protocol::SecondFactor::RecoveryCode};
    /** As if five minutes had passed since the password. */
    void expireSecondSteps() { m_steps.clear(); }
    /** Who has one of these may make an account. */
    QSet<QString> invites;

    /** What the settings show: the account's devices, and its authenticator. */
    QList<protocol::Session> sessions;
    std::optional<Timestamp> totpSince;
    QList<protocol::ApiKey> apiKeys;
    /** Of each account. */
    QHash<UserId, QSet<ChannelId>> favourites;
    /** Of files and people, by their paths below the API's: "files/file_1/thumbnail". */
    QHash<QString, QByteArray> pictures;
    /** What channels' lists of files have. */
    QList<protocol::File> fileList;

    // Faults.
    bool refuseRefresh = false;
    bool ignorePings = false;
    /** Events that are not sent to anybody, from now on. */
    int eventsToLose = 0;
    /** POSTs of messages that are stored, but answered with 503. */
    int answersToLose = 0;
    /** What a POST of a message is refused with. */
    std::optional<Error> refusal;
    int refusalStatus = 403;

private:
    /** JSON as UTF-8, however the protocol's types write it. */
    struct Body {
        Body() = default;
        Body(QByteArray written) : json(std::move(written)) { }
        Body(const QJsonObject &object) : json(QJsonDocument(object).toJson(QJsonDocument::Compact)) { }
        Body(std::initializer_list<std::pair<QString, QJsonValue>> members) : Body(QJsonObject(members)) { }

        QByteArray json;
    };
    struct Answer {
        int status = 200;
        Body body = {};
        QList<std::pair<QByteArray, QByteArray>> headers = {};
    };
    /** Bytes on their way (tus). */
    struct Incoming {
        qint64 size = 0;
        qint64 offset = 0;
    };
    struct Socket {
        std::unique_ptr<QWebSocket> socket;
        UserId user;
        QSet<ChannelId> channels;
    };
    struct Request {
        QByteArray verb;
        QStringList path;
        QUrlQuery query;
        QJsonObject body;
        UserId user;
        /** Of an upload: how large it will be, and the bytes of a part. */
        qint64 length = 0;
        qsizetype bytes = 0;
    };

    Answer answer(const QHttpServerRequest &request);
    Answer dispatch(const Request &request);
    Answer signIn(const QJsonObject &body);
    Answer finishSignIn(const QJsonObject &body);
    Answer signUp(const QJsonObject &body);
    Answer refresh(const QJsonObject &body);
    Answer channels(const Request &request);
    Answer channel(const Request &request);
    Answer messages(const Request &request);
    Answer message(const Request &request);
    Answer change(const Request &request, ChannelId channel, MessageId id);
    Answer users(const Request &request);
    Answer account(const Request &request);
    Answer files(const Request &request);
    Answer uploads(const Request &request);
    static QByteArray verbOf(const QHttpServerRequest &request);
    static void write(const Answer &answer, QHttpServerResponder &responder);
    static Answer error(int status, const Error &error);
    QJsonObject issueTokens(UserId user);
    void onSocket();
    void onFrame(QWebSocket *socket, const QString &text);
    void send(QWebSocket *socket, const protocol::Event &event);

    std::unique_ptr<QHttpServer> m_http;
    quint16 m_port = 0;
    int m_tokens = 0;
    QHash<QString, UserId> m_access;
    QSet<QString> m_expired;
    QHash<QString, UserId> m_refresh;
    /** What stands between a password and a code: whose, and how many wrong codes it has left. */
    QHash<QString, std::pair<UserId, int>> m_steps;
    /** Of those who made their own account; everybody else's is "secret". */
    QHash<UserId, QString> m_passwords;
    QHash<QString, Incoming> m_uploads;
    UserId m_nextSocketUser;
    std::vector<Socket> m_sockets;
};

} // namespace plexi::test
