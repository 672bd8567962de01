// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart_parser.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

std::unexpected<Error> malformed(const QString &why)
{
    return fail({.code = ErrorCode::BadRequest, .message = u"Malformed multipart body: "_s + why});
}

/** A header's value and its parameters: `form-data; name="a"; filename="b.txt"`. */
struct Value {
    QByteArray essence;
    QList<std::pair<QByteArray, QByteArray>> parameters;

    std::optional<QByteArray> parameter(QByteArrayView name) const
    {
        for (const auto &[key, value] : parameters) {
            if (key == name)
                return value;
        }
        return std::nullopt;
    }
};

/** A quoted string from its opening quote on; moves @p at behind the closing one. */
std::optional<QByteArray> quoted(QByteArrayView text, qsizetype &at)
{
    QByteArray value;
    for (++at; at < text.size(); ++at) {
        // Browsers write a quote as %22, other programs as \", and some leave a Windows path as it is.
        const bool isEscape = text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
        if (text[at] == '"') {
            ++at;
            return value;
        }
        if (isEscape)
            ++at;
        value += text[at];
    }
    return std::nullopt;
}

std::optional<Value> parseValue(QByteArrayView text)
{
    const qsizetype end = text.indexOf(';');
    Value value{(end < 0 ? text : text.first(end)).trimmed().toByteArray().toLower(), {}};
    qsizetype at = end < 0 ? text.size() : end;
    while (at < text.size()) {
        ++at;
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0)
            return text.sliced(at).trimmed().isEmpty() ? std::optional(value) : std::nullopt;
        const QByteArray name = text.sliced(at, equals - at).trimmed().toByteArray().toLower();
        at = equals + 1;
        if (at < text.size() && text[at] == '"') {
            const auto content = quoted(text, at);
            if (!content)
                return std::nullopt;
            value.parameters.append({name, *content});
            const qsizetype next = text.indexOf(';', at);
            if (!text.sliced(at, (next < 0 ? text.size() : next) - at).trimmed().isEmpty())
                return std::nullopt;
            at = next < 0 ? text.size() : next;
        } else {
            const qsizetype next = text.indexOf(';', at);
            value.parameters.append(
                {name, text.sliced(at, (next < 0 ? text.size() : next) - at).trimmed().toByteArray()});
            at = next < 0 ? text.size() : next;
        }
    }
    return value;
}

/** The last part of a path of any system; some programs send the whole. */
QString baseName(const QString &path)
{
    return path.sliced(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
}

Result<MultipartPart> parseHead(QByteArrayView head)
{
    MultipartPart part;
    bool isForm = false;
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        const QByteArrayView text = QByteArrayView(line).trimmed();
        if (text.isEmpty())
            continue;
        const qsizetype colon = text.indexOf(':');
        if (colon < 1)
            return malformed(u"a part's header has no colon"_s);
        const QByteArray name = text.first(colon).toByteArray().toLower();
        const QByteArrayView content = text.sliced(colon + 1).trimmed();
        if (name == "content-type") {
            part.contentType = content.toByteArray();
        } else if (name == "content-transfer-encoding") {
            const QByteArray encoding = content.toByteArray().toLower();
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
                return malformed(u"a part has a transfer encoding"_s);
        } else if (name == "content-disposition") {
            const auto value = parseValue(content);
            if (!value || value->essence != "form-data" || !value->parameter("name"))
                return malformed(u"a part has no name"_s);
            isForm = true;
            part.name = QString::fromUtf8(*value->parameter("name"));
            if (const auto fileName = value->parameter("filename"))
                part.fileName = baseName(QString::fromUtf8(*fileName));
        }
    }
    if (!isForm)
        return malformed(u"a part has no Content-Disposition"_s);
    return part;
}

} // namespace

Result<QByteArray> MultipartParser::boundaryOf(QByteArrayView contentType)
{
    const auto value = parseValue(contentType);
    const QByteArray boundary = value ? value->parameter("boundary").value_or(QByteArray()) : QByteArray();
    if (!value || value->essence != "multipart/form-data" || boundary.isEmpty() || boundary.size() > 70)
        return fail({.code = ErrorCode::UnsupportedMediaType,
                     .message = u"The body must be multipart/form-data with a boundary"_s});
    return boundary;
}

MultipartParser::MultipartParser(const QByteArray &boundary, MultipartSink &sink)
    : m_delimiter("\r\n--" + boundary), m_sink(sink), m_buffer("\r\n")
{
    // The first delimiter may stand at the very beginning: the line end before it is put there.
}

Result<> MultipartParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Epilogue)
        return {};
    m_buffer.append(bytes);
    while (m_state != State::Epilogue) {
        const auto step = this->step();
        if (!step)
            return fail(step.error());
        if (*step == Step::NeedsMore)
            break;
    }
    return {};
}

Result<> MultipartParser::finish() const
{
    if (m_state == State::Epilogue)
        return {};
    return malformed(u"it ends before its last delimiter"_s);
}

Result<MultipartParser::Step> MultipartParser::step()
{
    switch (m_state) {
    case State::Preamble:
        return skipPreamble();
    case State::AfterDelimiter:
        return readAfterDelimiter();
    case State::Head:
        return readHead();
    case State::Data:
        return readData();
    case State::Epilogue:
        break;
    }
    return Step::NeedsMore;
}

Result<MultipartParser::Step> MultipartParser::skipPreamble()
{
    const qsizetype at = m_buffer.indexOf(m_delimiter);
    if (at < 0) {
        m_buffer = m_buffer.last(std::min(m_buffer.size(), m_delimiter.size() - 1));
        return Step::NeedsMore;
    }
    m_buffer.remove(0, at + m_delimiter.size());
    m_state = State::AfterDelimiter;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::readAfterDelimiter()
{
    if (m_buffer.startsWith("--")) {
        m_buffer.clear();
        m_state = State::Epilogue;
        return Step::Again;
    }
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return m_buffer.size() > kMaxHead ? Result<Step>(malformed(u"a delimiter's line does not end"_s))
                                          : Step::NeedsMore;
    if (!QByteArrayView(m_buffer).first(end).trimmed().isEmpty())
        return malformed(u"something stands behind a delimiter"_s);
    if (++m_parts > kMaxParts)
        return malformed(u"it has more than %1 parts"_s.arg(kMaxParts));
    // The line end stays: a part without headers begins with it.
    m_buffer.remove(0, end);
    m_state = State::Head;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if ((end < 0 ? m_buffer.size() : end) > kMaxHead)
        return malformed(u"a part's headers are longer than %1 bytes"_s.arg(kMaxHead));
    if (end < 0)
        return Step::NeedsMore;
    const auto part = parseHead(QByteArrayView(m_buffer).first(end));
    if (!part)
        return fail(part.error());
    m_buffer.remove(0, end + 4);
    if (const auto begun = m_sink.beginPart(*part); !begun)
        return fail(begun.error());
    m_state = State::Data;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::readData()
{
    const qsizetype at = m_buffer.indexOf(m_delimiter);
    // What may be the beginning of a delimiter waits for more.
    const qsizetype ready = at >= 0 ? at : std::max<qsizetype>(0, m_buffer.size() - m_delimiter.size() + 1);
    if (ready > 0) {
        if (const auto taken = m_sink.partData(QByteArrayView(m_buffer).first(ready)); !taken)
            return fail(taken.error());
        m_buffer.remove(0, ready);
    }
    if (at < 0)
        return Step::NeedsMore;
    m_buffer.remove(0, m_delimiter.size());
    m_state = State::AfterDelimiter;
    if (const auto ended = m_sink.endPart(); !ended)
        return fail(ended.error());
    return Step::Again;
}

} // namespace plexi::http
