// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/search_filters.h"

#include "app/models/time_text.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

Timestamp startOf(QDate day)
{
    return {day.startOfDay().toMSecsSinceEpoch()};
}

/** A day, a month or a year: its first day and the first one behind it. */
std::optional<std::pair<QDate, QDate>> spanOf(const QString &text)
{
    if (const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s); day.isValid() && text.size() == 10)
        return std::pair(day, day.addDays(1));
    if (const QDate month = QDate::fromString(text, u"yyyy-MM"_s); month.isValid() && text.size() == 7)
        return std::pair(month, month.addMonths(1));
    if (const QDate year = QDate::fromString(text, u"yyyy"_s); year.isValid() && text.size() == 4)
        return std::pair(year, year.addYears(1));
    return std::nullopt;
}

} // namespace

protocol::MessageFilter SearchFilters::filter() const
{
    protocol::MessageFilter filter{.from = m_from, .hasFile = m_hasFile, .hasLink = m_hasLink};
    if (m_since.isValid())
        filter.since = startOf(m_since);
    if (m_until.isValid())
        filter.until = startOf(m_until.addDays(1));
    return filter;
}

QString SearchFilters::fromText() const
{
    return m_from.isNull() ? QString() : tr("From %1", "person").arg(m_people->nameOf(m_from));
}

QString SearchFilters::channelText() const
{
    const protocol::Channel *channel = m_channels->find(m_channel);
    return channel ? tr("In #%1").arg(channel->name) : QString();
}

QString SearchFilters::sinceText() const
{
    return m_since.isValid() ? tr("Since %1", "day").arg(dayName(m_since)) : QString();
}

QString SearchFilters::untilText() const
{
    return m_until.isValid() ? tr("Until %1", "day").arg(dayName(m_until)) : QString();
}

void SearchFilters::setHasFile(bool has)
{
    if (std::exchange(m_hasFile, has) != has)
        emit changed();
}

void SearchFilters::setHasLink(bool has)
{
    if (std::exchange(m_hasLink, has) != has)
        emit changed();
}

void SearchFilters::setFrom(const QString &userId)
{
    const UserId from = UserId::fromString(userId).value_or(UserId());
    if (std::exchange(m_from, from) != from)
        emit changed();
}

void SearchFilters::setChannel(ChannelId channel)
{
    if (std::exchange(m_channel, channel) != channel)
        emit changed();
}

void SearchFilters::setDays(QDate since, QDate until)
{
    if (m_since == since && m_until == until)
        return;
    m_since = since;
    m_until = until;
    emit changed();
}

void SearchFilters::clear()
{
    if (!isAny())
        return;
    m_from = {};
    m_channel = {};
    m_hasFile = false;
    m_hasLink = false;
    m_since = {};
    m_until = {};
    emit changed();
}

void SearchFilters::clearLast()
{
    if (m_until.isValid())
        clearUntil();
    else if (m_since.isValid())
        clearSince();
    else if (m_hasLink)
        setHasLink(false);
    else if (m_hasFile)
        setHasFile(false);
    else if (!m_from.isNull())
        clearFrom();
    else
        clearChannel();
}

// What is typed.

QString SearchFilters::take(const QString &text)
{
    static const QRegularExpression typed(u"(?<!\\S)(from|in|has|before|after):(?:\"([^\"]+)\"|([^\\s\"]\\S*))\\s"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString rest;
    qsizetype done = 0;
    for (auto matches = typed.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString value = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
        if (!apply(match.captured(1).toLower(), value))
            continue;
        rest += QStringView(text).sliced(done, match.capturedStart() - done);
        done = match.capturedEnd();
    }
    rest += QStringView(text).sliced(done);
    return rest;
}

bool SearchFilters::apply(const QString &name, const QString &value)
{
    if (name == "from"_L1)
        return applyFrom(value);
    if (name == "in"_L1)
        return applyChannel(value);
    if (name == "before"_L1 || name == "after"_L1)
        return applyDay(value, name == "before"_L1);
    if (value.compare("file"_L1, Qt::CaseInsensitive) == 0)
        setHasFile(true);
    else if (value.compare("link"_L1, Qt::CaseInsensitive) == 0)
        setHasLink(true);
    else
        return false;
    return true;
}

bool SearchFilters::applyFrom(const QString &value)
{
    const QString name = value.startsWith(u'@') ? value.sliced(1) : value;
    const protocol::User *user = name == "me"_L1 ? m_people->find(m_self) : m_people->named(name);
    if (user)
        setFrom(user->id.toString());
    return user;
}

bool SearchFilters::applyChannel(const QString &value)
{
    const QString name = value.startsWith(u'#') ? value.sliced(1) : value;
    for (const ChannelId id : m_channels->ids()) {
        const protocol::Channel *channel = m_channels->find(id);
        if (channel->slug == name || channel->name.compare(name, Qt::CaseInsensitive) == 0) {
            setChannel(id);
            return true;
        }
    }
    return false;
}

bool SearchFilters::applyDay(const QString &value, bool isBefore)
{
    const auto span = spanOf(value);
    if (!span)
        return false;
    // After a day is after its end.
    setDays(isBefore ? m_since : span->second, isBefore ? span->first.addDays(-1) : m_until);
    return true;
}

} // namespace plexi::app
