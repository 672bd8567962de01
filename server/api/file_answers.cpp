// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/file_answers.h"

#include "server/http/body_source.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;
using Known = QHttpHeaders::WellKnownHeader;

namespace {

/** One read from the disk. */
constexpr qint64 kPart = qint64(512) * 1024;
/** Up to here a file is read before it is answered: its connection can stay open then. */
constexpr qint64 kSmall = qint64(64) * 1024;

class FileSource final : public http::BodySource
{
public:
    FileSource(files::FileStorage &storage, std::shared_ptr<files::BlobReader> reader, ByteRange range)
        : m_storage(storage), m_reader(std::move(reader)), m_size(range.length), m_next(range.first),
          m_left(range.length)
    {
    }

    std::optional<qint64> size() const override { return m_size; }
    QCoro::Task<Result<QByteArray>> next() override
    {
        const qint64 length = std::min(kPart, m_left);
        if (length == 0)
            co_return QByteArray();
        Result<QByteArray> part = co_await m_storage.read(m_reader, m_next, length);
        if (part) {
            m_next += part->size();
            m_left -= part->size();
        }
        co_return part;
    }

private:
    files::FileStorage &m_storage;
    const std::shared_ptr<files::BlobReader> m_reader;
    const qint64 m_size;
    qint64 m_next;
    qint64 m_left;
};

/** RFC 9110, section 13.1.2: `*` or a list of tags, compared weakly. */
bool isNamed(QByteArrayView list, QByteArrayView tag)
{
    while (!list.isEmpty()) {
        const qsizetype end = list.indexOf(',');
        QByteArrayView one = (end < 0 ? list : list.first(end)).trimmed();
        list = end < 0 ? QByteArrayView() : list.sliced(end + 1);
        if (one.startsWith("W/"))
            one = one.sliced(2);
        if (one == "*" || one == tag)
            return true;
    }
    return false;
}

std::optional<qint64> digits(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.toLongLong();
}

Response unsatisfiable(const Request &request, qint64 size)
{
    Response response = Response::error(
        {.code = ErrorCode::RangeNotSatisfiable, .message = u"The file has only %1 bytes"_s.arg(size)},
        request.requestId);
    response.headers.append(Known::ContentRange, "bytes */" + QByteArray::number(size));
    return response;
}

} // namespace

RangeKind parseRange(QByteArrayView header, qint64 size, ByteRange &range)
{
    constexpr QByteArrayView kUnit = "bytes=";
    if (header.first(std::min(header.size(), kUnit.size())).compare(kUnit, Qt::CaseInsensitive) != 0)
        return RangeKind::Whole;
    const QByteArrayView spec = header.sliced(kUnit.size()).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0 || spec.contains(','))
        return RangeKind::Whole;
    const auto first = digits(spec.first(dash).trimmed());
    const auto last = digits(spec.sliced(dash + 1).trimmed());
    if (!first) {
        // The last so many bytes.
        if (!spec.first(dash).trimmed().isEmpty() || !last)
            return RangeKind::Whole;
        if (*last == 0 || size == 0)
            return RangeKind::Unsatisfiable;
        const qint64 length = std::min(*last, size);
        range = {size - length, length};
        return RangeKind::Part;
    }
    const bool isOpen = spec.sliced(dash + 1).trimmed().isEmpty();
    if ((!last && !isOpen) || (last && *last < *first))
        return RangeKind::Whole;
    if (*first >= size)
        return RangeKind::Unsatisfiable;
    range = {*first, (isOpen ? size : std::min(*last + 1, size)) - *first};
    return RangeKind::Part;
}

QCoro::Task<Result<Response>> fileAnswer(Request request, services::FileContent content, FileAnswerOptions options,
                                         files::FileStorage *storage)
{
    const QByteArray tag = '"' + content.sha256.toHex().first(32) + '"';
    const qint64 size = content.reader->size();
    Response response{.body = {}, .contentType = content.contentType.toLatin1()};
    ByteRange range{0, size};
    // A range of another version than the one that is there makes no sense: then the whole is answered.
    const QByteArray condition = request.header("If-Range");
    const RangeKind kind = condition.isEmpty() || condition == tag
        ? parseRange(request.headers.value(Known::Range), size, range)
        : RangeKind::Whole;
    if (isNamed(request.headers.value(Known::IfNoneMatch), tag)) {
        response = {.status = 304, .body = {}, .contentType = {}};
    } else if (kind == RangeKind::Unsatisfiable) {
        co_return unsatisfiable(request, size);
    } else if (range.length <= kSmall) {
        Result<QByteArray> bytes = co_await storage->read(content.reader, range.first, range.length);
        if (!bytes)
            co_return fail(bytes.error());
        response.body = std::move(*bytes);
    } else {
        response.source = std::make_shared<FileSource>(*storage, content.reader, range);
    }
    if (response.status == 200 && kind == RangeKind::Part) {
        response.status = 206;
        response.headers.append(Known::ContentRange,
                                "bytes " + QByteArray::number(range.first) + '-'
                                    + QByteArray::number(range.first + range.length - 1) + '/'
                                    + QByteArray::number(size));
    }
    response.headers.append(Known::ETag, tag);
    response.headers.append(Known::CacheControl, options.cacheControl);
    response.headers.append(Known::AcceptRanges, "bytes");
    response.headers.append(Known::ContentDisposition,
                            files::contentDisposition(options.disposition, content.filename));
    co_return response;
}

std::vector<http::Answer> fileAnswers()
{
    const auto bytes = [](int status) {
        return http::Answer{.status = status, .schema = protocol::Schema::bytes(), .contentType = "*/*"_L1};
    };
    return {bytes(200), bytes(206), {.status = 304}};
}

} // namespace plexi::api
