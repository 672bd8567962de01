// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How each thing in the outbox reaches the server, and what its answer means here.
#include "app/session/outbox.h"

#include <QLocale>
#include <QPointer>

namespace plexi::app {

using Kind = cache::OutboxItem::Kind;

void Outbox::applyHere(const Item &item)
{
    // The frame says it with a newer seq; this keeps the row from looking as before until then.
    for (const ChannelTimeline *view : m_reducer->viewsOf(item.channel)) {
        if (const int row = view->indexOf(item.message); row >= 0) {
            m_reducer->applyMessage(applied(view->row(row).message, item));
            return;
        }
    }
}

void Outbox::showProgress(const QString &uploadId)
{
    const Upload *upload = m_uploads->find(uploadId);
    ChannelId channel;
    const Entry *entry = upload && !upload->item.message.isEmpty() ? find(upload->item.message, &channel) : nullptr;
    if (!entry || entry->state != SendState::Pending)
        return;
    double sent = 0;
    double all = 0;
    for (const Upload *one : m_uploads->of(entry->item.id)) {
        sent += static_cast<double>(one->sent);
        all += static_cast<double>(one->item.size);
    }
    const QString percent = QLocale().toString(all > 0 ? static_cast<int>(sent * 100 / all) : 100);
    for (ChannelTimeline *view : m_reducer->viewsOf(channel))
        view->setUnsentState(entry->item.id, SendState::Pending,
                             tr("Sending the files, %1 %", "percentage").arg(percent));
}

QCoro::Task<ApiResult<protocol::Message>> Outbox::post(Item item)
{
    const QPointer<Outbox> self(this);
    protocol::NewMessage message;
    message.channel = item.channel.toString();
    message.content = item.content;
    message.contentType = protocol::ContentType::Markdown;
    message.clientMessageId = item.id;
    if (!item.message.isNull())
        message.replyTo = item.message;
    if (!item.thread.isNull())
        message.threadId = item.thread;
    QString id = item.id;
    const ApiResult<QList<FileId>> files = co_await m_uploads->deliver(std::move(id));
    if (!self)
        co_return cancelled();
    if (!files)
        co_return std::unexpected(files.error());
    // Discarded meanwhile, and its files with it.
    if (!find(item.id))
        co_return cancelled();
    message.attachments = *files;
    ApiResult<protocol::Message> made = co_await m_api->send(std::move(message));
    co_return made;
}

QCoro::Task<ApiResult<>> Outbox::perform(Item item)
{
    const QPointer<Outbox> self(this);
    ApiResult<protocol::Message> changed;
    ApiResult<> done;
    const bool hasAnswer = item.kind == Kind::Send || item.kind == Kind::Edit || item.kind == Kind::React
        || item.kind == Kind::Pin;
    if (item.kind == Kind::Send) {
        Item message = item;
        changed = co_await post(std::move(message));
    } else if (item.kind == Kind::Edit) {
        changed = co_await m_api->editMessage(item.message, item.content);
    } else if (item.kind == Kind::React) {
        changed = co_await m_api->react(item.message, item.content);
    } else if (item.kind == Kind::Pin) {
        changed = co_await m_api->pin(item.message);
    } else if (item.kind == Kind::Delete) {
        done = co_await m_api->deleteMessage(item.message);
    } else if (item.kind == Kind::Unreact) {
        done = co_await m_api->unreact(item.message, item.content);
    } else {
        done = co_await m_api->unpin(item.message);
    }
    if (!self)
        co_return cancelled();
    if (hasAnswer && !changed)
        co_return std::unexpected(changed.error());
    if (hasAnswer)
        m_reducer->applyMessage(*changed);
    else if (done || done.error().isGone())
        applyHere(item);
    if (!done && !done.error().isGone())
        co_return std::unexpected(done.error());
    co_return ApiResult<>{};
}

} // namespace plexi::app
