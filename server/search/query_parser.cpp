// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/query_parser.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plexi::search {

namespace {

/** Straight ones, and what keyboards and word processors make of them. */
bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

std::unexpected<Error> fault(const QString &reason)
{
    return fail(Error::validation(u"q"_s, reason));
}

/** A word of the query as it was written. */
struct Part {
    QString key;
    QString value;
    bool isQuoted = false;
    bool isUnwanted = false;
};

bool isKey(QStringView text)
{
    static constexpr std::array kKeys{"from"_L1, "in"_L1, "has"_L1, "before"_L1, "after"_L1};
    return std::ranges::any_of(kKeys,
                               [text](QLatin1StringView key) { return text.compare(key, Qt::CaseInsensitive) == 0; });
}

/** Cuts a query into its parts; never fails. */
class Splitter
{
public:
    explicit Splitter(QStringView text) : m_text(text) { }

    std::optional<Part> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at == m_text.size())
            return std::nullopt;
        Part part;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            part.isUnwanted = true;
            ++m_at;
        }
        if (!isAtQuote())
            part.value = untilSpace(&part.key).toString();
        if (part.value.isEmpty() && isAtQuote()) {
            part.value = quoted().toString();
            part.isQuoted = true;
        }
        if (part.value.isEmpty() && !part.isQuoted)
            std::swap(part.key, part.value);
        return part;
    }

private:
    bool isAtQuote() const { return m_at < m_text.size() && isQuote(m_text[m_at]); }

    /** Up to a space or a quote. What stands before the first colon goes to @p key where it is one. */
    QStringView untilSpace(QString *key)
    {
        qsizetype start = m_at;
        bool mayHaveKey = true;
        for (; m_at < m_text.size() && !m_text[m_at].isSpace() && !isAtQuote(); ++m_at) {
            if (m_text[m_at] != u':' || !mayHaveKey)
                continue;
            mayHaveKey = false;
            if (const QStringView before = m_text.sliced(start, m_at - start); isKey(before)) {
                *key = before.toString().toLower();
                start = m_at + 1;
            }
        }
        return m_text.sliced(start, m_at - start);
    }

    QStringView quoted()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        const QStringView inside = m_text.sliced(start, m_at - start);
        m_at = std::min(m_at + 1, m_text.size());
        return inside;
    }

    const QStringView m_text;
    qsizetype m_at = 0;
};

QString nameOf(const Part &part, QChar mark)
{
    return part.value.startsWith(mark) ? part.value.sliced(1) : part.value;
}

Result<> addPosition(Query &query, const Part &part)
{
    const Side side = part.key == "before"_L1 ? Side::Before : Side::After;
    if (part.isUnwanted)
        return fault(u"%1: cannot stand behind a minus"_s.arg(part.key));
    const auto position = positionFromText(part.value, side);
    if (!position)
        return fault(u"%1: must be a date, a moment or a message's id"_s.arg(part.key));
    (side == Side::Before ? query.before : query.after).append(*position);
    return {};
}

Result<> add(Query &query, const Part &part)
{
    if (part.key == "from"_L1) {
        query.authors.append({.name = nameOf(part, u'@'), .isUnwanted = part.isUnwanted});
    } else if (part.key == "in"_L1) {
        query.channels.append({.name = nameOf(part, u'#'), .isUnwanted = part.isUnwanted});
    } else if (part.key == "has"_L1) {
        const auto thing = thingFromName(part.value);
        if (!thing)
            return fault(u"has: must be file or link"_s);
        query.possessions.append({.thing = *thing, .isUnwanted = part.isUnwanted});
    } else if (!part.key.isEmpty()) {
        return addPosition(query, part);
    } else {
        query.texts.append({.text = part.value, .isQuoted = part.isQuoted, .isUnwanted = part.isUnwanted});
    }
    return {};
}

Timestamp startOf(QDate day)
{
    return {QDateTime(day, QTime(0, 0), QTimeZone::UTC).toMSecsSinceEpoch()};
}

} // namespace

std::optional<Thing> thingFromName(QStringView name)
{
    if (name.compare("file"_L1, Qt::CaseInsensitive) == 0 || name.compare("files"_L1, Qt::CaseInsensitive) == 0)
        return Thing::File;
    if (name.compare("link"_L1, Qt::CaseInsensitive) == 0 || name.compare("links"_L1, Qt::CaseInsensitive) == 0)
        return Thing::Link;
    return std::nullopt;
}

std::optional<Position> positionFromText(QStringView text, Side side)
{
    if (const auto message = MessageId::fromString(text))
        return *message;
    const QString written = text.toString();
    if (const auto moment = Timestamp::fromIso(text))
        return side == Side::Before ? *moment : Timestamp{moment->ms + 1};
    const bool isBefore = side == Side::Before;
    const auto first = [&written](const QString &format) {
        return written.size() == format.size() ? QDate::fromString(written, format) : QDate();
    };
    if (const QDate day = first(u"yyyy-MM-dd"_s); day.isValid())
        return startOf(isBefore ? day : day.addDays(1));
    if (const QDate month = first(u"yyyy-MM"_s); month.isValid())
        return startOf(isBefore ? month : month.addMonths(1));
    if (const QDate year = first(u"yyyy"_s); year.isValid())
        return startOf(isBefore ? year : year.addYears(1));
    return std::nullopt;
}

Result<Query> parseQuery(const QString &text)
{
    Query query;
    Splitter splitter(text);
    qsizetype parts = 0;
    while (const auto part = splitter.next()) {
        if (++parts > Query::kMaxParts)
            return fault(u"Must have at most %1 parts"_s.arg(Query::kMaxParts));
        if (auto added = add(query, *part); !added)
            return fail(std::move(added.error()));
    }
    return query;
}

} // namespace plexi::search
