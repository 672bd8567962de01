// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/completion_model.h"

#include "app/text/emoji_catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** The user name or any word of the name begins with it. */
bool fits(const protocol::User &user, const QString &word)
{
    if (user.username.startsWith(word, Qt::CaseInsensitive))
        return true;
    return std::ranges::any_of(user.displayName.split(u' ', Qt::SkipEmptyParts),
                               [&word](const QString &part) { return part.startsWith(word, Qt::CaseInsensitive); });
}

bool endsWord(QChar letter)
{
    return letter.isSpace() || QStringView(u"([{\"'").contains(letter);
}

} // namespace

void CompletionModel::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    clear();
    emit sessionChanged();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case SignRole:
        return row.sign;
    case InitialsRole:
        return row.initials;
    default:
        return {};
    }
}

QHash<int, QByteArray> CompletionModel::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {SignRole, "sign"}, {InitialsRole, "initials"}};
}

void CompletionModel::update(const QString &text, int cursor)
{
    // While letters go away, an editor may tell of its cursor before it tells of its text.
    const int end = std::clamp(cursor, 0, static_cast<int>(text.size()));
    int begin = end;
    while (begin > 0 && !endsWord(text[begin - 1]))
        --begin;
    const QString word = text.sliced(begin, end - begin);
    if (!m_session || word.isEmpty()) {
        clear();
        return;
    }
    const QString rest = word.sliced(1);
    if (word.startsWith(u'@'))
        setRows(begin, people(rest));
    else if (word.startsWith(u'#'))
        setRows(begin, channels(rest));
    else if (word.startsWith(u':') && rest.size() >= kEmojiLetters && !rest.contains(u':'))
        setRows(begin, emoji(rest));
    else
        clear();
}

void CompletionModel::clear()
{
    setRows(0, {});
}

QString CompletionModel::textOf(int row) const
{
    return row >= 0 && row < count() ? m_rows[row].text + u' ' : QString();
}

QList<CompletionModel::Row> CompletionModel::people(const QString &word) const
{
    const People &known = m_session->reducer().people();
    QList<const protocol::User *> found;
    for (const UserId id : known.ids()) {
        const protocol::User *user = known.find(id);
        if (user->isActive && fits(*user, word))
            found.append(user);
    }
    std::ranges::sort(found, [](const protocol::User *a, const protocol::User *b) {
        return QString::localeAwareCompare(a->displayName, b->displayName) < 0;
    });
    QList<Row> rows;
    for (const protocol::User *user : found.first(std::min(kMaxRows, found.size()))) {
        const QString name = user->displayName.isEmpty() ? user->username : user->displayName;
        rows.append({name, u'@' + user->username, u"@"_s, initialsOf(name), u'@' + user->username});
    }
    for (const auto &[name, detail] : {std::pair(u"channel"_s, tr("Everybody in the channel")),
                                       std::pair(u"here"_s, tr("Everybody who is online"))}) {
        if (rows.size() < kMaxRows && name.startsWith(word, Qt::CaseInsensitive))
            rows.append({u'@' + name, detail, u"@"_s, QString(), u'@' + name});
    }
    return rows;
}

QList<CompletionModel::Row> CompletionModel::channels(const QString &word) const
{
    const Channels &known = m_session->reducer().channels();
    QList<Row> rows;
    for (const ChannelId id : known.ids()) {
        const protocol::Channel *channel = known.find(id);
        if (channel->slug && channel->slug->contains(word, Qt::CaseInsensitive))
            rows.append({channel->name, channel->topic, u"#"_s, QString(), u'#' + *channel->slug});
    }
    std::ranges::sort(rows, [&word](const Row &a, const Row &b) {
        const bool first = a.title.startsWith(word, Qt::CaseInsensitive);
        const bool second = b.title.startsWith(word, Qt::CaseInsensitive);
        return first != second ? first : QString::localeAwareCompare(a.title, b.title) < 0;
    });
    return rows.first(std::min(kMaxRows, rows.size()));
}

QList<CompletionModel::Row> CompletionModel::emoji(const QString &word)
{
    QList<Row> rows;
    for (const NamedEmoji *found : findEmoji(word)) {
        if (rows.size() == kMaxRows)
            break;
        rows.append({u':' + found->names.first() + u':', QString(), found->emoji, QString(), found->emoji});
    }
    return rows;
}

void CompletionModel::setRows(int start, const QList<Row> &rows)
{
    if (rows.isEmpty() && m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows = rows;
    m_start = start;
    endResetModel();
    emit countChanged();
}

} // namespace plexi::app
