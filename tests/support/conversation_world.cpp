// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include "server/security/permissions.h"
#include "server/store/consistency.h"
#include "server/store/users_store.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

ConversationWorld::ConversationWorld()
{
    auto database = store::Database::open({.path = databasePath()});
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().message));
    m_database = std::move(*database);
    const auto profileOf = [this](UserId id) -> Result<protocol::User> {
        const auto row = store::users::find(m_database->reader(), id);
        if (!row)
            return fail(row.error());
        if (!*row)
            return fail(Error::notFound(u"User"));
        protocol::User user;
        user.id = id;
        user.username = (*row)->username;
        return user;
    };
    channels = std::make_unique<services::ChannelsService>(*m_database, publisher);
    members = std::make_unique<services::MembersService>(*m_database, publisher, *channels, profileOf);
    messages = std::make_unique<services::MessagesService>(*m_database, publisher);
    messages->setPresence(&presence);
    readMarkers = std::make_unique<services::ReadMarkersService>(*m_database, publisher);
    reactions = std::make_unique<services::ReactionsService>(*m_database, publisher);
    pins = std::make_unique<services::PinsService>(*m_database, publisher);
    bookmarks = std::make_unique<services::BookmarksService>(*m_database);
    favorites = std::make_unique<services::FavoritesService>(*m_database);
    sync = std::make_unique<services::SyncService>(*m_database);
    threads = std::make_unique<services::ThreadsService>(*m_database);
    search = std::make_unique<services::SearchService>(*m_database, m_readers);
}

security::Principal ConversationWorld::person(const QString &username, const QStringList &roles)
{
    store::users::Row row;
    row.id = m_database->ids().next<UserId>();
    row.username = username;
    row.email = username + "@example.com"_L1;
    row.displayName = username;
    row.passwordHash = u"none"_s;
    row.roles = roles;
    row.createdAt = Timestamp::now();
    const auto inserted = m_database->writeAndWait(
        [&row](store::WriteTransaction &transaction) { return store::users::insert(transaction.connection(), row); });
    if (!inserted)
        qFatal("%ls", qUtf16Printable(inserted.error().message));
    security::Principal principal;
    principal.userId = row.id;
    principal.username = username;
    principal.roles = roles;
    principal.permissions = security::permissionsOf(roles);
    return principal;
}

protocol::Channel ConversationWorld::makeChannel(const security::Principal &owner, const QString &name,
                                                 protocol::ChannelType type)
{
    protocol::NewChannel draft;
    draft.name = name;
    draft.type = type;
    return await(channels->create(owner, draft));
}

protocol::NewMessage ConversationWorld::draft(ChannelId channel, const QString &content)
{
    protocol::NewMessage message;
    message.channel = channel.toString();
    message.content = content;
    return message;
}

protocol::Message ConversationWorld::post(const security::Principal &author, ChannelId channel, const QString &content,
                                          std::optional<MessageId> thread)
{
    protocol::NewMessage message = draft(channel, content);
    message.threadId = thread;
    return await(messages->send(author, message)).message;
}

protocol::Channel::Viewer ConversationWorld::viewer(const security::Principal &person, ChannelId channel)
{
    const auto found = channels->get(person, channel.toString());
    if (!found)
        qFatal("%ls", qUtf16Printable(found.error().message));
    return *found->viewer;
}

void ConversationWorld::indexMessages()
{
    Result<qint64> indexed = 1;
    while (indexed && *indexed > 0) {
        indexed = m_database->writeAndWait([this](store::WriteTransaction &transaction) {
            return store::message_index::advance(transaction.connection(), 1, m_knownTerms);
        });
    }
    if (!indexed)
        qFatal("%ls", qUtf16Printable(indexed.error().message));
}

QStringList ConversationWorld::findings()
{
    const auto found = store::checkConsistency(m_database->reader());
    return found ? *found : QStringList{found.error().message};
}

} // namespace plexi::test
