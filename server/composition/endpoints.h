// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accounts_api.h"
#include "server/api/api_keys_api.h"
#include "server/api/audit_api.h"
#include "server/api/auth_api.h"
#include "server/api/avatars_api.h"
#include "server/api/bookmarks_api.h"
#include "server/api/bots_api.h"
#include "server/api/channels_api.h"
#include "server/api/commands_api.h"
#include "server/api/custom_emoji_api.h"
#include "server/api/exports_api.h"
#include "server/api/favorites_api.h"
#include "server/api/files_api.h"
#include "server/api/identities_api.h"
#include "server/api/incoming_webhooks_api.h"
#include "server/api/invites_api.h"
#include "server/api/members_api.h"
#include "server/api/messages_api.h"
#include "server/api/passkeys_api.h"
#include "server/api/pins_api.h"
#include "server/api/reactions_api.h"
#include "server/api/registration_api.h"
#include "server/api/retention_api.h"
#include "server/api/scheduled_messages_api.h"
#include "server/api/search_api.h"
#include "server/api/second_factors_api.h"
#include "server/api/sessions_api.h"
#include "server/api/sms_factor_api.h"
#include "server/api/sync_api.h"
#include "server/api/system_api.h"
#include "server/api/threads_api.h"
#include "server/api/uploads_api.h"
#include "server/api/users_api.h"
#include "server/api/webhooks_api.h"
#include "server/composition/services.h"
#include "server/http/router.h"

namespace plexi::composition {

/** Everything that is answered over HTTP, but for the documentation and the upgrade to a WebSocket. */
class Endpoints
{
public:
    /** @p services is not owned and outlives this. */
    explicit Endpoints(Services &services);

    /** In the order in which the documentation shows them. The handlers refer to this. */
    void addRoutes(http::Router &router);

private:
    api::SystemApi m_system;
    api::AccountsApi m_accounts;
    api::AuditApi m_audit;
    api::AuthApi m_auth;
    api::RegistrationApi m_registration;
    api::InvitesApi m_invites;
    api::ApiKeysApi m_apiKeys;
    api::SecondFactorsApi m_secondFactors;
    api::SmsFactorApi m_smsFactor;
    api::PasskeysApi m_passkeys;
    api::IdentitiesApi m_identities;
    api::SessionsApi m_sessions;
    api::UsersApi m_users;
    api::AvatarsApi m_avatars;
    api::ChannelsApi m_channels;
    api::MembersApi m_members;
    api::MessagesApi m_messages;
    api::ReactionsApi m_reactions;
    api::PinsApi m_pins;
    api::BookmarksApi m_bookmarks;
    api::FavoritesApi m_favorites;
    api::BotsApi m_bots;
    api::IncomingWebhooksApi m_incomingWebhooks;
    api::RetentionApi m_retention;
    api::WebhooksApi m_webhooks;
    api::SyncApi m_sync;
    api::ThreadsApi m_threads;
    api::SearchApi m_search;
    api::ScheduledMessagesApi m_scheduledMessages;
    api::FilesApi m_files;
    api::UploadsApi m_uploads;
    api::CustomEmojiApi m_customEmoji;
    api::CommandsApi m_commands;
    api::ExportsApi m_exports;
};

} // namespace plexi::composition
