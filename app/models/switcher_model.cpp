// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/switcher_model.h"

#include "app/models/name_match.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** What is unread is what one most likely looks for, but a much better name still wins. */
constexpr int kUnreadBonus = 600;
/** Of two names that fit alike, one's own conversations come first. */
constexpr int kMemberBonus = 300;

} // namespace

SwitcherModel::SwitcherModel(QObject *parent) : QAbstractListModel(parent) { }

void SwitcherModel::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    emit sessionChanged();
    refresh();
}

void SwitcherModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    emit queryChanged();
    refresh();
}

void SwitcherModel::setMatchColor(const QString &color)
{
    if (m_matchColor == color)
        return;
    m_matchColor = color;
    emit matchColorChanged();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1), {StyledTitleRole});
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case SectionRole:
        return row.isPerson ? u"people"_s : u"channels"_s;
    case TitleRole:
        return row.title;
    case StyledTitleRole:
        return styled(row);
    case DetailRole:
        return row.detail;
    case KindRole:
        return row.kind;
    case PresenceRole:
        return row.presence;
    case InitialsRole:
        return initialsOf(row.title);
    case MentionCountRole:
        return row.mentionCount;
    default:
        return {};
    }
}

QHash<int, QByteArray> SwitcherModel::roleNames() const
{
    return {{SectionRole, "section"},
            {TitleRole, "title"},
            {StyledTitleRole, "styledTitle"},
            {DetailRole, "detail"},
            {KindRole, "kind"},
            {PresenceRole, "presence"},
            {InitialsRole, "initials"},
            {MentionCountRole, "mentionCount"}};
}

void SwitcherModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    if (m_session) {
        for (std::vector<Row> rows : {channelRows(), personRows()}) {
            const auto isBetter = [](const Row &a, const Row &b) {
                return a.score != b.score ? a.score > b.score : a.title.localeAwareCompare(b.title) < 0;
            };
            std::ranges::sort(rows, isBetter);
            rows.resize(std::min(rows.size(), kMaxPerSection));
            std::ranges::move(rows, std::back_inserter(m_rows));
        }
    }
    endResetModel();
    emit countChanged();
}

void SwitcherModel::activate(int row)
{
    if (!m_session || row < 0 || row >= count())
        return;
    const Row chosen = m_rows[static_cast<size_t>(row)];
    if (chosen.isPerson)
        m_session->openDirect(chosen.id);
    else
        m_session->openChannel(chosen.id);
}

std::vector<SwitcherModel::Row> SwitcherModel::channelRows() const
{
    Channels &channels = m_session->reducer().channels();
    People &people = m_session->reducer().people();
    const UserId self = m_session->reducer().self();
    std::vector<Row> rows;
    for (const ChannelId id : channels.ids()) {
        const protocol::Channel *channel = channels.find(id);
        // A conversation of two is found under the person.
        if (!ChannelListModel::partnerOf(*channel, self).isNull())
            continue;
        const QString name = ChannelListModel::displayName(*channel, people, self);
        const auto match = matchName(m_query, name);
        if (!match || name.isEmpty())
            continue;
        const bool isUnread = channels.unreadCount(id) > 0;
        const int bonus = (isUnread ? kUnreadBonus : 0) + (channels.isMember(id) ? kMemberBonus : 0);
        rows.push_back({.score = match->score + bonus,
                        .id = id.toString(),
                        .title = name,
                        .detail = channels.isMember(id) ? channel->topic : tr("not joined yet"),
                        .kind = QString(protocol::channelTypeName(channel->type)),
                        .presence = {},
                        .mentionCount = channels.mentionCount(id),
                        .positions = match->positions});
    }
    return rows;
}

std::vector<SwitcherModel::Row> SwitcherModel::personRows() const
{
    People &people = m_session->reducer().people();
    std::vector<Row> rows;
    for (const UserId id : people.ids()) {
        const protocol::User *person = people.find(id);
        if (id == m_session->reducer().self() || !person->isActive)
            continue;
        auto match = matchName(m_query, person->displayName);
        if (const auto byUsername = matchName(m_query, person->username);
            byUsername && (!match || byUsername->score > match->score))
            match = NameMatch{.score = byUsername->score, .positions = match ? match->positions : QList<qsizetype>()};
        if (!match)
            continue;
        rows.push_back({.score = match->score,
                        .isPerson = true,
                        .id = id.toString(),
                        .title = person->displayName,
                        .detail = u"@"_s + person->username,
                        .kind = u"person"_s,
                        .presence = QString(protocol::presenceName(people.presenceOf(id))),
                        .mentionCount = 0,
                        .positions = match->positions});
    }
    return rows;
}

QString SwitcherModel::styled(const Row &row) const
{
    QString text;
    for (qsizetype i = 0; i < row.title.size(); ++i) {
        const QString letter = row.title.mid(i, 1).toHtmlEscaped();
        text += row.positions.contains(i) ? u"<font color=\"%1\">%2</font>"_s.arg(m_matchColor, letter) : letter;
    }
    return text;
}

} // namespace plexi::app
