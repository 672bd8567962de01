// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/favorites_service.h"

#include "server/services/channel_access.h"
#include "server/store/favorites_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using store::WriteTransaction;

QCoro::Task<Result<Channel>> FavoritesService::place(security::Principal caller, QString channel,
                                                     std::optional<qint64> position)
{
    auto job = [caller, channel, position](WriteTransaction &transaction) -> Result<Channel> {
        store::Connection &connection = transaction.connection();
        const auto access = memberChannel(connection, channel, caller);
        if (!access)
            return fail(access.error());
        auto favorites = store::favorites::list(connection, caller.userId);
        if (!favorites)
            return fail(std::move(favorites.error()));
        favorites->removeAll(access->id);
        if (favorites->size() >= kMaxFavorites)
            return fail({.code = ErrorCode::Conflict,
                         .message = u"There are as many favourites as fit"_s,
                         .details = {{"limit"_L1, qint64(kMaxFavorites)}}});
        const qint64 end = favorites->size();
        favorites->insert(std::min(position.value_or(end), end), access->id);
        if (auto written = store::favorites::replace(connection, caller.userId, *favorites); !written)
            return fail(std::move(written.error()));
        return viewedChannel(connection, access->id, caller.userId);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> FavoritesService::remove(security::Principal caller, QString channel)
{
    auto job = [caller, channel](WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        const auto access = memberChannel(connection, channel, caller);
        if (!access)
            return fail(access.error());
        auto favorites = store::favorites::list(connection, caller.userId);
        if (!favorites)
            return fail(std::move(favorites.error()));
        if (favorites->removeAll(access->id) == 0)
            return {};
        return store::favorites::replace(connection, caller.userId, *favorites);
    };
    co_return co_await m_database.write(std::move(job));
}

} // namespace plexi::services
