// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_error.h"
#include "shared/core/ids.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/file.h"
#include "shared/protocol/message.h"
#include "shared/protocol/message_filter.h"
#include "shared/protocol/pagination.h"
#include "shared/protocol/second_factor.h"
#include "shared/protocol/session.h"
#include "shared/protocol/sync.h"
#include "shared/protocol/user.h"

#include <QCoroTask>
#include <QHttpHeaders>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

class QFileDevice;
class QNetworkReply;

namespace plexi::app {

/** What a server says of itself before anybody signs in. */
struct ServerInfo {
    QString version;
};

/** Who makes an account of their own. Holds a password: never log it. */
struct Newcomer {
    QString username;
    QString email;
    /** May be empty. */
    QString displayName;
    QString password;
    /** Empty where nobody invited them. */
    QString inviteCode;
};

/** Which messages of a channel: the newest, or those beside a message. */
struct MessageQuery {
    ChannelId channel;
    std::optional<MessageId> before = std::nullopt;
    std::optional<MessageId> after = std::nullopt;
    std::optional<MessageId> around = std::nullopt;
    int limit = protocol::kDefaultLimit;
};

/** How far a resumable upload is. */
struct UploadState {
    UploadId id;
    /** Bytes that the server has. */
    qint64 offset = 0;
    /** Once it has all of them. */
    std::optional<FileId> file = std::nullopt;
};

/**
 * The REST API of one server: a typed call for each endpoint the app uses. Lives on the main thread.
 *
 * An access token that expired is replaced silently: one refresh at a time, whoever needs it waits for it; the new pair is
 * handed to the keeper (setTokenKeeper) and kept before anything uses it. When the refresh token is refused, the session is
 * over: signedOut() is emitted once.
 *
 * When it is closed or destroyed, the calls under way end with Failure::Cancelled.
 */
class ApiClient : public QObject
{
    Q_OBJECT

public:
    /** Puts a new pair where it survives the program, and returns when it is there. */
    using TokenKeeper = std::function<QCoro::Task<>(protocol::Tokens)>;
    /** Bytes done, and in all; -1 where that is not known. */
    using Progress = std::function<void(qint64, qint64)>;
    static constexpr std::chrono::seconds kDefaultTimeout{20};

    /** @p server: scheme, host, port and possibly a path. */
    explicit ApiClient(const QUrl &server, QObject *parent = nullptr);
    ~ApiClient() override;

    const QUrl &server() const { return m_server; }
    bool hasTokens() const { return !m_tokens.accessToken.isEmpty(); }
    const protocol::Tokens &tokens() const { return m_tokens; }
    void setTokens(const protocol::Tokens &tokens);
    void setTokenKeeper(TokenKeeper keeper) { m_keeper = std::move(keeper); }
    /** How long an answer may take. */
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    /** Ends every call under way; later ones are cancelled at once. */
    void close();

    // Without a sign-in.
    QCoro::Task<ApiResult<ServerInfo>> serverInfo();
    /** Keeps the tokens it gets, and gives them to the keeper. @p code: of a second factor, where one is asked for. */
    QCoro::Task<ApiResult<>> signIn(QString username, QString password, bool rememberMe, QString code = {});
    /** Ends a sign-in that was answered with ApiError::secondStep; the same with its tokens. */
    QCoro::Task<ApiResult<>> finishSignIn(protocol::MfaVerification verification);
    /** Has a code sent to the telephone of who is signing in. */
    QCoro::Task<ApiResult<>> sendCode(QString tempToken);
    /** Makes an account, which does not sign in yet. */
    QCoro::Task<ApiResult<>> signUp(Newcomer person);

    // Signed in.
    /** An access token that is good for a while yet; refreshed first where it must be. */
    QCoro::Task<ApiResult<QString>> freshAccessToken();
    QCoro::Task<ApiResult<>> signOut();
    QCoro::Task<ApiResult<protocol::User>> me();
    QCoro::Task<ApiResult<protocol::User>> setDisplayName(QString name);
    QCoro::Task<ApiResult<protocol::User>> user(UserId id);
    QCoro::Task<ApiResult<QList<protocol::User>>> searchUsers(QString text);

    // One's own account.
    QCoro::Task<ApiResult<>> changePassword(QString current, QString wanted);
    QCoro::Task<ApiResult<>> reauthenticate(QString password);
    QCoro::Task<ApiResult<QList<protocol::Session>>> sessions();
    QCoro::Task<ApiResult<>> endSession(SessionId id);
    QCoro::Task<ApiResult<protocol::SecondFactors>> secondFactors();
    QCoro::Task<ApiResult<protocol::TotpEnrolment>> enrolTotp();
    /** The recovery codes: secrets. */
    QCoro::Task<ApiResult<QStringList>> confirmTotp(QString code);
    QCoro::Task<ApiResult<>> removeTotp(QString password);
    /** Without their secrets. */
    QCoro::Task<ApiResult<QList<protocol::ApiKey>>> apiKeys();
    /** The only answer that has the key itself. */
    QCoro::Task<ApiResult<protocol::ApiKey>> makeApiKey(protocol::NewApiKey wanted);
    QCoro::Task<ApiResult<>> revokeApiKey(ApiKeyId id);
    /** @p picture: PNG, JPEG, GIF or WebP. */
    QCoro::Task<ApiResult<protocol::User>> setAvatar(QByteArray picture, QByteArray contentType);
    QCoro::Task<ApiResult<>> removeAvatar();
    /** The encoded picture. */
    QCoro::Task<ApiResult<QByteArray>> avatar(UserId user);

    QCoro::Task<ApiResult<QList<protocol::Channel>>> channels();
    QCoro::Task<ApiResult<protocol::Channel>> channel(ChannelId id);
    QCoro::Task<ApiResult<protocol::Channel>> createChannel(QString name, protocol::ChannelType type, QString topic);
    QCoro::Task<ApiResult<protocol::Channel>> directChannel(QList<UserId> users);
    QCoro::Task<ApiResult<>> joinChannel(ChannelId id);
    QCoro::Task<ApiResult<>> leaveChannel(ChannelId id);
    QCoro::Task<ApiResult<QList<protocol::User>>> members(ChannelId id);
    QCoro::Task<ApiResult<protocol::Channel>> changeChannel(ChannelId id, QString name, QString topic);
    QCoro::Task<ApiResult<>> setNotificationLevel(ChannelId id, protocol::NotificationLevel level);
    QCoro::Task<ApiResult<>> setFavourite(ChannelId id, bool isFavourite);
    QCoro::Task<ApiResult<>> markRead(ChannelId channel, MessageId message);

    /** Newest first, tombstones included; an `after` page holds the messages next to it. */
    QCoro::Task<ApiResult<protocol::MessagePage>> messages(MessageQuery query);
    /** What changed after @p seq, oldest change first. */
    QCoro::Task<ApiResult<protocol::MessagePage>> changesSince(ChannelId channel, qint64 seq);
    /** What changed in all channels at once. */
    QCoro::Task<ApiResult<protocol::SyncPage>> sync(protocol::SyncRequest request);
    /** The replies in a thread, newest first. */
    QCoro::Task<ApiResult<protocol::MessagePage>> thread(MessageId root, std::optional<MessageId> before);
    /** A channel's pinned messages, newest first. */
    QCoro::Task<ApiResult<protocol::MessagePage>> pins(ChannelId channel);
    QCoro::Task<ApiResult<protocol::Message>> message(MessageId id);
    /** Those that fit, newest first; @p channel: null for all that the person may read. */
    QCoro::Task<ApiResult<QList<protocol::Message>>> searchMessages(QString text, ChannelId channel,
                                                                    protocol::MessageFilter filter);
    QCoro::Task<ApiResult<protocol::Message>> send(protocol::NewMessage message);
    QCoro::Task<ApiResult<protocol::Message>> editMessage(MessageId id, QString content);
    QCoro::Task<ApiResult<>> deleteMessage(MessageId id);
    QCoro::Task<ApiResult<protocol::Message>> react(MessageId id, QString emoji);
    QCoro::Task<ApiResult<>> unreact(MessageId id, QString emoji);
    QCoro::Task<ApiResult<protocol::Message>> pin(MessageId id);
    QCoro::Task<ApiResult<>> unpin(MessageId id);

    /** A file that is nobody else's until it is sent with a message. */
    QCoro::Task<ApiResult<UploadState>> beginUpload(QString name, qint64 size);
    QCoro::Task<ApiResult<UploadState>> uploadState(UploadId id);
    /** The next bytes, at most 8 MiB. Refused with 409 where the server is at another offset. */
    QCoro::Task<ApiResult<UploadState>> appendToUpload(UploadId id, qint64 offset, QByteArray bytes);
    QCoro::Task<ApiResult<>> endUpload(UploadId id);
    QCoro::Task<ApiResult<>> deleteFile(FileId id);
    /** A channel's, newest first. */
    QCoro::Task<ApiResult<QList<protocol::File>>> files(ChannelId channel);
    /** The encoded picture: at most 320 pixels a side, large 1280. */
    QCoro::Task<ApiResult<QByteArray>> thumbnail(FileId id, bool isLarge);
    /** Writes the file into @p target as it comes, until @p stop says so. @p progress may be empty. */
    QCoro::Task<ApiResult<>> download(FileId id, std::shared_ptr<QFileDevice> target, Progress progress,
                                      std::stop_token stop = {});

signals:
    /** The session ended: the refresh token was refused. */
    void signedOut(const plexi::app::ApiError &reason);
    void refreshFinished();

private:
    /** What a good answer's body is. */
    enum class Form { Json, Bytes };
    struct Call {
        QByteArray verb;
        QString path;
        QUrlQuery query = {};
        std::optional<QJsonObject> body = std::nullopt;
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        /** Instead of body; its Content-Type is among the headers. */
        std::optional<QByteArray> bytes = std::nullopt;
        Form form = Form::Json;
    };
    /** What the server said, and its body. */
    struct Answer {
        int status = 0;
        QJsonObject body = {};
        QHttpHeaders headers = {};
        /** Form::Bytes. */
        QByteArray bytes = {};
    };

    QCoro::Task<ApiResult<Answer>> exchange(Call call, QString accessToken);
    QCoro::Task<ApiResult<Answer>> authorised(Call call);
    QCoro::Task<ApiResult<>> refresh();
    /** A call that ends a sign-in. */
    QCoro::Task<ApiResult<>> takeTokens(Call call);
    /** Returns when the tokens are others than @p stale, or why they are not. */
    QCoro::Task<ApiResult<>> ensureFresh(QString stale);
    template <typename T>
    QCoro::Task<ApiResult<T>> fetch(Call call);
    QCoro::Task<ApiResult<>> perform(Call call);
    QNetworkReply *start(const Call &call, const QString &accessToken);
    static ApiResult<Answer> readAnswer(QNetworkReply &reply, bool isClosed, Form form);
    static ApiResult<UploadState> uploadStateOf(const Answer &answer, UploadId id);
    bool mustRefresh() const;
    void endRefresh(std::optional<ApiError> fault);
    /** All pages of a list, each element read by @p T::fromJson. */
    template <typename T>
    QCoro::Task<ApiResult<QList<T>>> pages(QString path, QString list, QUrlQuery query);

    QUrl m_server;
    QNetworkAccessManager m_network;
    protocol::Tokens m_tokens;
    /** When the access token ends, milliseconds since the epoch. */
    qint64 m_expiresAt = 0;
    TokenKeeper m_keeper;
    std::chrono::milliseconds m_timeout = kDefaultTimeout;
    QSet<QNetworkReply *> m_replies;
    bool m_isRefreshing = false;
    std::optional<ApiError> m_refreshFault;
    bool m_isOver = false;
    bool m_isClosed = false;
};

} // namespace plexi::app
