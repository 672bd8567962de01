// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/address_policy.h"
#include "server/outgoing/outgoing_request.h"
#include "server/outgoing/resolver.h"
#include "shared/core/result.h"

#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace plexi::outgoing {

/**
 * One request on its way, through its redirects to its answer. Deletes itself afterwards; deleting it earlier ends it.
 * One thread's.
 */
class Fetch final : public QObject
{
public:
    /** Not owned; they outlive the fetch. */
    struct Tools {
        QNetworkAccessManager &manager;
        Resolver &resolver;
        const AddressPolicy &policy;
    };
    /** Called once, whatever happens. */
    using Done = std::function<void(Result<Answer> answer)>;

    Fetch(const Tools &tools, Request request, Done done, QObject *parent);
    ~Fetch() override;

    void start();

private:
    /** Checks @p url and finds out where it leads. */
    void open(const QUrl &url);
    void choose(const QList<QHostAddress> &addresses);
    /** Connects to the next address. */
    void attempt();
    void readSome();
    void endOfReply();
    /** False where what came is no redirect to follow. */
    bool followsRedirect();
    void redirect(int status, const QUrl &target);

    bool isTrusted() const;
    void leaveReply();
    void refuse(ErrorCode code, const QString &message);
    void finish(Result<Answer> result);

    const Tools m_tools;
    const Request m_request;
    Done m_done;
    QTimer m_deadline;

    // What is sent next; redirects change it.
    QUrl m_url;
    QByteArray m_method;
    QHttpHeaders m_headers;
    QByteArray m_body;

    QList<QHostAddress> m_addresses;
    QPointer<QNetworkReply> m_reply;
    /** Something of the request has left; it must not be sent to another address too. */
    bool m_wasSent = false;
    int m_redirects = 0;
    QByteArray m_received;
};

} // namespace plexi::outgoing
