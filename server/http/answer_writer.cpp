// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answer_writer.h"

#include "server/http/answer_headers.h"
#include "server/http/body_source.h"
#include "server/net/answer_stream.h"

#include <coroutine>

namespace plexi::http {

namespace {

/** Resumes once the client has read enough for more, or has left. */
struct Writability {
    net::AnswerStream &stream;

    bool await_ready() const noexcept { return stream.isWritable(); }
    void await_suspend(std::coroutine_handle<> caller)
    {
        stream.whenWritable([caller] { caller.resume(); });
    }
    void await_resume() const noexcept { }
};

/** RFC 9112, section 7.1. */
QByteArray chunk(const QByteArray &part)
{
    return QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
}

} // namespace

QCoro::Task<> sendAnswer(std::shared_ptr<net::AnswerStream> stream, Response response, Framing framing)
{
    const std::shared_ptr<BodySource> source = response.source;
    const std::optional<qint64> size = source->size();
    const bool isChunked = !size && framing == Framing::Chunks;
    if (isChunked)
        response.headers.append(QHttpHeaders::WellKnownHeader::TransferEncoding, "chunked");
    stream->write(serialize(response, true, Persistence::Close));
    qint64 sent = 0;
    while (true) {
        Writability writability{*stream};
        co_await writability;
        if (!stream->isConnected())
            co_return;
        auto reading = source->next();
        const auto part = co_await reading;
        if (!part)
            co_return;
        if (part->isEmpty())
            break;
        sent += part->size();
        if (size && sent > *size)
            co_return;
        stream->write(isChunked ? chunk(*part) : *part);
    }
    if (size && sent != *size)
        co_return;
    if (isChunked)
        stream->write("0\r\n\r\n");
    stream->finish();
}

} // namespace plexi::http
