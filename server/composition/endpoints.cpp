// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/composition/endpoints.h"

namespace plexi::composition {

Endpoints::Endpoints(Services &s)
    : m_system(*s.database), m_accounts(s.accounts), m_audit(s.audit), m_auth(s.auth), m_registration(s.registration),
      m_invites(s.invites), m_apiKeys(s.apiKeys), m_secondFactors(s.secondFactors), m_smsFactor(s.smsFactor, s.auth),
      m_passkeys(s.passkeys), m_identities(s.identities, s.config.server.publicUrl),
      m_sessions(s.sessions, s.passwords), m_users(s.users), m_avatars(s.avatars), m_channels(s.channels),
      m_members(s.members, s.readMarkers), m_messages(s.messages, s.links), m_reactions(s.reactions, s.links),
      m_pins(s.pins, s.links), m_bookmarks(s.bookmarks, s.links), m_favorites(s.favorites), m_bots(s.bots),
      m_incomingWebhooks(s.incomingWebhooks), m_retention(s.retention), m_webhooks(s.webhooks), m_sync(s.sync, s.links),
      m_threads(s.threads, s.links), m_search(s.search, s.links), m_scheduledMessages(s.scheduledMessages),
      m_files(s.filesService, s.links, s.config.limits.maxMultipartSize), m_uploads(s.uploads), m_customEmoji(s.emoji),
      m_commands(s.commands), m_exports(s.exports)
{
}

void Endpoints::addRoutes(http::Router &router)
{
    m_system.addRoutes(router);
    m_accounts.addRoutes(router);
    m_audit.addRoutes(router);
    m_auth.addRoutes(router);
    m_registration.addRoutes(router);
    m_invites.addRoutes(router);
    m_apiKeys.addRoutes(router);
    m_secondFactors.addRoutes(router);
    m_smsFactor.addRoutes(router);
    m_passkeys.addRoutes(router);
    m_identities.addRoutes(router);
    m_sessions.addRoutes(router);
    m_users.addRoutes(router);
    m_avatars.addRoutes(router);
    m_channels.addRoutes(router);
    m_members.addRoutes(router);
    m_messages.addRoutes(router);
    m_reactions.addRoutes(router);
    m_pins.addRoutes(router);
    m_bookmarks.addRoutes(router);
    m_favorites.addRoutes(router);
    m_bots.addRoutes(router);
    m_incomingWebhooks.addRoutes(router);
    m_retention.addRoutes(router);
    m_webhooks.addRoutes(router);
    m_sync.addRoutes(router);
    m_threads.addRoutes(router);
    m_search.addRoutes(router);
    m_scheduledMessages.addRoutes(router);
    m_files.addRoutes(router);
    m_uploads.addRoutes(router);
    m_customEmoji.addRoutes(router);
    m_commands.addRoutes(router);
    m_exports.addRoutes(router);
}

} // namespace plexi::composition
