// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/request_parser.h"

#include "server/net/percent_encoding.h"

#include <llhttp.h>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::net {

namespace {

constexpr std::array<llhttp_method, 7> kMethods{HTTP_GET,   HTTP_HEAD,   HTTP_POST,   HTTP_PUT,
                                                HTTP_PATCH, HTTP_DELETE, HTTP_OPTIONS};

Refusal malformed(const QString &message)
{
    return {400, {.code = ErrorCode::BadRequest, .message = message}};
}

bool isTargetCharacter(char c)
{
    // RFC 3986 with what browsers leave unencoded; no spaces, controls, fragments or bytes beyond ASCII.
    return c > 0x20 && c < 0x7f && c != '#' && c != '"' && c != '<' && c != '>' && c != '\\';
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
        || c == '_' || c == ':' || c == '[' || c == ']' || c == '%' || c == '~';
}

/** Whether a comma-separated header such as `Connection` holds @p token, in any case. */
bool hasToken(const QHttpHeaders &headers, QHttpHeaders::WellKnownHeader name, QByteArrayView token)
{
    for (const QByteArray &value : headers.values(name)) {
        for (const QByteArray &part : value.split(',')) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

struct RequestParser::Private {
    llhttp_t parser{};
    RequestHead head;
    Refusal refusal;
    QByteArray target;
    QByteArray name;
    QByteArray value;
    QByteArray *content = nullptr;
    qsizetype headBytes = 0;
    /** Bytes of the body that were sizes, extensions and trailers, and bytes that were content. */
    qint64 framingBytes = 0;
    qint64 contentBytes = 0;
    bool isHeadComplete = false;
    bool isRefused = false;
    bool isComplete = false;

    static Private &of(llhttp_t *parser) { return *static_cast<Private *>(parser->data); }
    static const llhttp_settings_t &settings();

    void reset();
    int refuse(Refusal why);
    int addHeader();
    int finishHead();
    bool checkVersion();
    bool checkTarget();
    bool checkMethod();
    bool checkHost();
    bool checkFraming();
    bool checkExpectation();
    void explain(llhttp_errno_t error);
};

const llhttp_settings_t &RequestParser::Private::settings()
{
    static const llhttp_settings_t kSettings = [] {
        llhttp_settings_t made;
        llhttp_settings_init(&made);
        made.on_url = [](llhttp_t *parser, const char *at, size_t length) {
            of(parser).target.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        made.on_header_field = [](llhttp_t *parser, const char *at, size_t length) {
            of(parser).name.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        made.on_header_value = [](llhttp_t *parser, const char *at, size_t length) {
            of(parser).value.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        made.on_header_value_complete = [](llhttp_t *parser) {
            return of(parser).addHeader();
        };
        made.on_headers_complete = [](llhttp_t *parser) {
            return of(parser).finishHead();
        };
        made.on_body = [](llhttp_t *parser, const char *at, size_t length) {
            of(parser).content->append(at, static_cast<qsizetype>(length));
            return 0;
        };
        made.on_message_complete = [](llhttp_t *parser) -> int {
            of(parser).isComplete = true;
            return HPE_PAUSED;
        };
        return made;
    }();
    return kSettings;
}

void RequestParser::Private::reset()
{
    llhttp_init(&parser, HTTP_REQUEST, &settings());
    parser.data = this;
    head = {};
    target.clear();
    name.clear();
    value.clear();
    headBytes = framingBytes = contentBytes = 0;
    isHeadComplete = isRefused = isComplete = false;
}

int RequestParser::Private::refuse(Refusal why)
{
    refusal = std::move(why);
    isRefused = true;
    return HPE_USER;
}

int RequestParser::Private::addHeader()
{
    // Trailers carry nothing we want.
    if (!isHeadComplete && !head.headers.append(QLatin1StringView(name), QLatin1StringView(value)))
        return refuse(malformed(u"A header is malformed"_s));
    // Kept allocated for the next one.
    name.resize(0);
    value.resize(0);
    return 0;
}

int RequestParser::Private::finishHead()
{
    isHeadComplete = true;
    if (!checkVersion() || !checkTarget() || !checkMethod() || !checkHost() || !checkFraming() || !checkExpectation())
        return HPE_USER;

    using Known = QHttpHeaders::WellKnownHeader;
    const bool asksForClose = hasToken(head.headers, Known::Connection, "close");
    const bool asksToStay = head.minorVersion == 1 || hasToken(head.headers, Known::Connection, "keep-alive");
    head.keepAlive = asksToStay && !asksForClose;
    head.isWebSocketUpgrade = head.minorVersion == 1 && head.headers.contains(Known::Upgrade)
        && hasToken(head.headers, Known::Connection, "upgrade") && hasToken(head.headers, Known::Upgrade, "websocket");
    // Not llhttp's business: for it, everything behind an upgrade is another protocol.
    parser.upgrade = 0;
    return HPE_PAUSED;
}

bool RequestParser::Private::checkVersion()
{
    head.minorVersion = llhttp_get_http_minor(&parser);
    if (llhttp_get_http_major(&parser) != 1 || head.minorVersion > 1) {
        refuse({505, {.code = ErrorCode::BadRequest, .message = u"Only HTTP/1.1 and HTTP/1.0 are spoken here"_s}});
        return false;
    }
    // Its target is no path.
    return llhttp_get_method(&parser) != HTTP_CONNECT || checkMethod();
}

bool RequestParser::Private::checkMethod()
{
    const auto method = static_cast<llhttp_method>(llhttp_get_method(&parser));
    if (std::ranges::find(kMethods, method) == kMethods.end()) {
        refuse({405, {.code = ErrorCode::MethodNotAllowed, .message = u"The method is not known here"_s}});
        return false;
    }
    head.method = llhttp_method_name(method);
    return true;
}

bool RequestParser::Private::checkTarget()
{
    if (target.isEmpty() || !std::ranges::all_of(target, isTargetCharacter)) {
        refuse(malformed(u"The request's target is malformed"_s));
        return false;
    }
    QByteArrayView rest = target;
    if (rest.startsWith("http://") || rest.startsWith("https://")) {
        // RFC 9112, section 3.2.2: the target's authority counts, not that of Host.
        rest = rest.sliced(rest.indexOf("//") + 2);
        const qsizetype end = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?'; }) - rest.begin();
        head.authority = rest.first(end).toByteArray();
        rest = rest.sliced(end);
        if (head.authority.isEmpty() || !rest.startsWith('/')) {
            refuse(malformed(u"The request's target is malformed"_s));
            return false;
        }
    } else if (rest == "*" && head.method == "OPTIONS") {
        head.path = u"*"_s;
        return true;
    } else if (!rest.startsWith('/')) {
        refuse(malformed(u"The request's target is malformed"_s));
        return false;
    }
    const qsizetype mark = rest.indexOf('?');
    const auto path = decodePath(mark < 0 ? rest : rest.first(mark));
    const auto query = decodeQuery(mark < 0 ? QByteArrayView() : rest.sliced(mark + 1));
    if (!path || !query) {
        refuse(malformed(u"The request's target is not percent-encoded UTF-8"_s));
        return false;
    }
    head.path = *path;
    head.query = *query;
    return true;
}

bool RequestParser::Private::checkHost()
{
    const auto hosts = head.headers.values(QHttpHeaders::WellKnownHeader::Host);
    if (hosts.size() > 1 || (hosts.isEmpty() && head.minorVersion == 1)) {
        refuse(malformed(hosts.isEmpty() ? u"The Host header is missing"_s : u"There is more than one Host header"_s));
        return false;
    }
    if (head.authority.isEmpty() && !hosts.isEmpty())
        head.authority = hosts.first();
    const bool mayBeEmpty = hosts.isEmpty();
    if ((head.authority.isEmpty() && !mayBeEmpty) || !std::ranges::all_of(head.authority, isHostCharacter)) {
        refuse(malformed(u"The Host header is malformed"_s));
        return false;
    }
    return true;
}

bool RequestParser::Private::checkFraming()
{
    using Known = QHttpHeaders::WellKnownHeader;
    const auto lengths = head.headers.values(Known::ContentLength);
    const auto codings = head.headers.values(Known::TransferEncoding);
    if (lengths.size() > 1 || codings.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())) {
        refuse(malformed(u"The length of the body is ambiguous"_s));
        return false;
    }
    if (!codings.isEmpty()) {
        if (head.minorVersion == 0) {
            refuse(malformed(u"HTTP/1.0 has no Transfer-Encoding"_s));
            return false;
        }
        if (codings.first().compare("chunked", Qt::CaseInsensitive) != 0) {
            refuse(
                {501, {.code = ErrorCode::BadRequest, .message = u"The only transfer coding known here is chunked"_s}});
            return false;
        }
        head.isChunked = true;
    }
    if (!lengths.isEmpty()) {
        const QByteArray &digits = lengths.first();
        bool ok = !digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        head.contentLength = ok ? digits.toLongLong(&ok) : 0;
        if (!ok) {
            refuse(malformed(u"The Content-Length header is malformed"_s));
            return false;
        }
    }
    return true;
}

bool RequestParser::Private::checkExpectation()
{
    const QByteArray expectation = head.headers.combinedValue(QHttpHeaders::WellKnownHeader::Expect);
    // RFC 9110, section 10.1.1: HTTP/1.0 does not know of it.
    if (expectation.isEmpty() || head.minorVersion == 0)
        return true;
    if (expectation.compare("100-continue", Qt::CaseInsensitive) != 0) {
        refuse({417, {.code = ErrorCode::BadRequest, .message = u"The expectation cannot be met"_s}});
        return false;
    }
    head.expectsContinue = true;
    return true;
}

void RequestParser::Private::explain(llhttp_errno_t error)
{
    if (isRefused)
        return;
    switch (error) {
    case HPE_INVALID_METHOD:
        refuse(malformed(u"The request line is malformed"_s));
        break;
    case HPE_INVALID_VERSION:
        // Also what llhttp says of a good version with something else than CRLF behind it.
        if (parser.http_major == 1 && parser.http_minor <= 1) {
            refuse(malformed(u"The request line is malformed"_s));
            break;
        }
        [[fallthrough]];
    case HPE_PAUSED_H2_UPGRADE:
        refuse({505, {.code = ErrorCode::BadRequest, .message = u"Only HTTP/1.1 and HTTP/1.0 are spoken here"_s}});
        break;
    case HPE_INVALID_CONTENT_LENGTH:
    case HPE_UNEXPECTED_CONTENT_LENGTH:
    case HPE_INVALID_TRANSFER_ENCODING:
        refuse(malformed(u"The length of the body is malformed or ambiguous"_s));
        break;
    case HPE_INVALID_CHUNK_SIZE:
        refuse(malformed(u"A chunk of the body is malformed"_s));
        break;
    default:
        refuse(malformed(u"The request is malformed"_s));
        break;
    }
}

RequestParser::RequestParser() : d(std::make_unique<Private>())
{
    d->reset();
}

RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    d->reset();
}

RequestParser::Status RequestParser::feedHead(QByteArrayView bytes)
{
    Q_ASSERT(!d->isHeadComplete && !d->isRefused);
    // llhttp would skip empty lines here, without counting them.
    if (d->headBytes == 0 && !bytes.isEmpty() && (bytes.front() == '\r' || bytes.front() == '\n'))
        d->refuse(malformed(u"The request line is missing"_s));

    const qsizetype room = kMaxHeadSize - d->headBytes;
    const QByteArrayView fed = bytes.first(std::min(bytes.size(), room));
    const llhttp_errno_t error = d->isRefused ? HPE_USER
                                              : llhttp_execute(&d->parser, fed.data(), static_cast<size_t>(fed.size()));
    if (error == HPE_PAUSED && d->isHeadComplete && !d->isRefused) {
        d->headBytes += llhttp_get_error_pos(&d->parser) - fed.data();
        d->head.size = d->headBytes;
        return Status::Complete;
    }
    if (error != HPE_OK) {
        d->explain(error);
        return Status::Refused;
    }
    d->headBytes += fed.size();
    if (fed.size() == room) {
        d->refuse({431, {.code = ErrorCode::BadRequest, .message = u"The request's head is over 16 KiB"_s}});
        return Status::Refused;
    }
    return Status::Incomplete;
}

RequestParser::Status RequestParser::feedBody(QByteArrayView bytes, QByteArray &content, qsizetype &consumed)
{
    Q_ASSERT(d->isHeadComplete && !d->isRefused);
    // A head without a body is complete as it is, but the parser learns that when it goes on.
    if (llhttp_get_errno(&d->parser) == HPE_PAUSED)
        llhttp_resume(&d->parser);
    d->content = &content;
    const qsizetype before = content.size();
    const llhttp_errno_t error = llhttp_execute(&d->parser, bytes.data(), static_cast<size_t>(bytes.size()));
    d->content = nullptr;

    consumed = error == HPE_OK ? bytes.size() : llhttp_get_error_pos(&d->parser) - bytes.data();
    d->contentBytes += content.size() - before;
    d->framingBytes += consumed - (content.size() - before);
    if (d->isComplete && error == HPE_PAUSED)
        return Status::Complete;
    if (error != HPE_OK) {
        d->explain(error);
        return Status::Refused;
    }
    // Extensions and trailers are read and forgotten, but not without end: chunks of one byte are the worst that is
    // honest.
    if (d->framingBytes > kMaxHeadSize + 16 * d->contentBytes) {
        d->refuse(malformed(u"The body is more wrapping than content"_s));
        return Status::Refused;
    }
    return Status::Incomplete;
}

RequestHead &RequestParser::head()
{
    return d->head;
}

const Refusal &RequestParser::refusal() const
{
    return d->refusal;
}

} // namespace plexi::net
