// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/token_store.h"

#include "shared/protocol/json_reader.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** A keychain that is locked asks the person for its password: that takes as long as it takes. Longer is a fault. */
constexpr std::chrono::minutes kPatience{2};
/** An answer about nothing needs no password. */
constexpr std::chrono::seconds kProbePatience{5};

/** False where the keychain did not answer in time; the job deletes itself when it ends. */
QCoro::Task<bool> finished(QKeychain::Job *job, std::chrono::milliseconds patience)
{
    job->setInsecureFallback(false);
    job->start();
    const auto done = co_await qCoro(job, &QKeychain::Job::finished, patience);
    co_return done.has_value();
}

Error faultOf(const QKeychain::Job &job)
{
    return Error::internal(u"The keychain refuses: %1"_s.arg(job.errorString()));
}

Error silence()
{
    return Error::internal(u"The keychain does not answer"_s);
}

} // namespace

QCoro::Task<bool> KeychainTokenStore::isUsable()
{
    if (!QKeychain::isAvailable())
        co_return false;
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(u"probe"_s);
    const bool answered = co_await finished(job, kProbePatience);
    co_return answered && (job->error() == QKeychain::EntryNotFound || job->error() == QKeychain::NoError);
}

QCoro::Task<Result<std::optional<QJsonObject>>> KeychainTokenStore::read(QString name)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    const bool answered = co_await finished(job, kPatience);
    if (!answered)
        co_return fail(silence());
    if (job->error() == QKeychain::EntryNotFound)
        co_return std::nullopt;
    if (job->error() != QKeychain::NoError)
        co_return fail(faultOf(*job));
    const auto object = protocol::parseObject(job->textData().toUtf8());
    co_return object ? std::optional(*object) : std::nullopt;
}

QCoro::Task<Result<>> KeychainTokenStore::write(QString name, QJsonObject secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    job->setTextData(QString::fromUtf8(QJsonDocument(secret).toJson(QJsonDocument::Compact)));
    const bool answered = co_await finished(job, kPatience);
    if (!answered)
        co_return fail(silence());
    if (job->error() != QKeychain::NoError)
        co_return fail(faultOf(*job));
    co_return Result<>{};
}

QCoro::Task<Result<>> KeychainTokenStore::erase(QString name)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    const bool answered = co_await finished(job, kPatience);
    if (!answered)
        co_return fail(silence());
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        co_return fail(faultOf(*job));
    co_return Result<>{};
}

} // namespace plexi::app
