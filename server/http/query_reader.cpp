// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/query_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::http {

std::optional<QString> QueryReader::value(QLatin1StringView name)
{
    const QStringList values = m_query.allQueryItemValues(name, QUrl::FullyDecoded);
    if (values.size() > 1) {
        addFault(name, u"Must be given once"_s);
        return std::nullopt;
    }
    if (values.isEmpty() || values.first().isEmpty())
        return std::nullopt;
    return values.first();
}

bool QueryReader::has(QLatin1StringView name) const
{
    return m_query.hasQueryItem(name);
}

std::optional<qint64> QueryReader::optionalInteger(QLatin1StringView name, qint64 min, qint64 max)
{
    const auto text = value(name);
    if (!text)
        return std::nullopt;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    // toLongLong takes spaces and a plus; a query has no reason to.
    if (!ok || text->front().isSpace() || text->back().isSpace() || text->startsWith(u'+')) {
        addFault(name, u"Must be an integer"_s);
        return std::nullopt;
    }
    if (number < min || number > max) {
        addFault(name, u"Must be from %1 to %2"_s.arg(min).arg(max));
        return std::nullopt;
    }
    return number;
}

qint64 QueryReader::integer(QLatin1StringView name, qint64 min, qint64 max, qint64 fallback)
{
    return optionalInteger(name, min, max).value_or(fallback);
}

std::optional<bool> booleanFrom(QStringView text)
{
    const auto is = [&text](QLatin1StringView word) {
        return text.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (is("true"_L1) || is("1"_L1))
        return true;
    if (is("false"_L1) || is("0"_L1))
        return false;
    return std::nullopt;
}

std::optional<bool> QueryReader::optionalBoolean(QLatin1StringView name)
{
    const auto text = value(name);
    if (!text)
        return std::nullopt;
    const auto read = booleanFrom(*text);
    if (!read)
        addFault(name, u"Must be true or false"_s);
    return read;
}

bool QueryReader::boolean(QLatin1StringView name, bool fallback)
{
    return optionalBoolean(name).value_or(fallback);
}

std::optional<QString> QueryReader::optionalString(QLatin1StringView name, protocol::LengthRange length)
{
    auto text = value(name);
    if (!text)
        return std::nullopt;
    const qsizetype count = text->size() - std::ranges::count_if(*text, [](QChar c) { return c.isLowSurrogate(); });
    if (count < length.min || count > length.max) {
        addFault(name, u"Must be %1 to %2 characters"_s.arg(length.min).arg(length.max));
        return std::nullopt;
    }
    return text;
}

QString QueryReader::string(QLatin1StringView name, protocol::LengthRange length)
{
    if (!has(name) || m_query.queryItemValue(name).isEmpty()) {
        addFault(name, u"This parameter is required"_s);
        return {};
    }
    return optionalString(name, length).value_or(QString());
}

std::optional<Timestamp> QueryReader::optionalTimestamp(QLatin1StringView name)
{
    const auto text = value(name);
    if (!text)
        return std::nullopt;
    const auto moment = Timestamp::fromIso(*text);
    if (!moment)
        addFault(name, u"Must be an ISO-8601 time with a zone"_s);
    return moment;
}

void QueryReader::addFault(QLatin1StringView name, const QString &reason)
{
    m_faults.append(QJsonObject{{"field"_L1, name}, {"reason"_L1, reason}});
}

std::optional<Error> QueryReader::error() const
{
    if (m_faults.isEmpty())
        return std::nullopt;
    const QJsonObject first = m_faults.first().toObject();
    Error error = Error::validation(first.value("field"_L1).toString(), first.value("reason"_L1).toString());
    if (m_faults.size() > 1)
        error.details.insert("errors"_L1, m_faults);
    return error;
}

} // namespace plexi::http
