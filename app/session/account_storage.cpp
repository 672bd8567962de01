// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/account_storage.h"

#include "app/cache/messages_cache.h"
#include "app/models/file_card.h"
#include "app/show_in_folder.h"

#include <algorithm>

namespace plexi::app {

QString AccountStorage::messagesText() const
{
    return FileCard::sizeText(m_rest);
}

QString AccountStorage::picturesText() const
{
    return FileCard::sizeText(m_pictures);
}

void AccountStorage::measure()
{
    m_pictures = m_images->keptSize();
    m_rest = std::max<qint64>(0, m_cache->size() - m_pictures);
    m_messageCount = m_cache->read([](cache::Database &database) { return cache::countMessages(database); })
                         .value_or(0);
    emit measured();
}

void AccountStorage::clearMessages()
{
    m_mirror->clearMessages();
    settle();
}

void AccountStorage::clearPictures()
{
    m_images->clear();
    settle();
}

void AccountStorage::settle()
{
    ++m_clearing;
    emit measured();
    m_cache->compact().then(this, [this] {
        --m_clearing;
        measure();
    });
}

void AccountStorage::showPlace() const
{
    showInFolder(place());
}

} // namespace plexi::app
