// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http_service.h"

#include "server/http/http_server.h"
#include "server/net/acceptor.h"
#include "server/net/loop_server.h"
#include "server/net/upgrade_handler.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <chrono>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            {.code = ErrorCode::ServiceUnavailable, .message = u"Cannot read %1: %2"_s.arg(path, file.errorString())});
    }
    return file.readAll();
}

QSslKey parseKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<QSslConfiguration> makeTls(const QString &certificateFile, const QString &keyFile)
{
    const auto certificatePem = readFile(certificateFile);
    if (!certificatePem)
        return fail(certificatePem.error());
    const auto keyPem = readFile(keyFile);
    if (!keyPem)
        return fail(keyPem.error());
    const auto chain = QSslCertificate::fromData(*certificatePem);
    const QSslKey key = parseKey(*keyPem);
    if (chain.isEmpty() || key.isNull()) {
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"%1 holds no %2 in PEM"_s.arg(chain.isEmpty() ? certificateFile : keyFile,
                                                               chain.isEmpty() ? u"certificate"_s : u"private key"_s)});
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setAllowedNextProtocols({"http/1.1"});
    return tls;
}

} // namespace

struct HttpService::Node {
    std::unique_ptr<net::LoopServer> server;
    std::unique_ptr<HttpServer> http;
};

HttpService::HttpService(Options options, const Router &router, net::UpgradeHandler *upgrades)
    : m_options(std::move(options)), m_router(router), m_upgrades(upgrades)
{
    const int count = m_options.loops > 0 ? m_options.loops : std::max(1, QThread::idealThreadCount());
    for (int i = 0; i < count; ++i)
        m_loops.push_back(std::make_unique<net::Loop>(i));
    m_nodes.resize(m_loops.size());
}

HttpService::~HttpService()
{
    stop();
}

Result<quint16> HttpService::start()
{
    const auto options = connectionOptions();
    if (!options)
        return fail(options.error());
    m_isRunning = true;
    const auto started = startLoops(*options);
    auto port = started ? startAccepting() : Result<quint16>(fail(started.error()));
    if (!port)
        stop();
    return port;
}

Result<net::ConnectionOptions> HttpService::connectionOptions() const
{
    net::ConnectionOptions options{.headSeconds = m_options.headSeconds,
                                   .idleSeconds = m_options.idleSeconds,
                                   .bodySeconds = m_options.bodySeconds,
                                   .trustedProxies = net::TrustedProxies(m_options.trustedProxies)};
    options.ledger = std::make_shared<net::ConnectionLedger>(m_options.caps, options.trustedProxies);
    if (!m_options.tlsCertificate.isEmpty() || !m_options.tlsKey.isEmpty()) {
        auto tls = makeTls(m_options.tlsCertificate, m_options.tlsKey);
        if (!tls)
            return fail(tls.error());
        options.tls = std::move(*tls);
    }
    return options;
}

Result<> HttpService::startLoops(const net::ConnectionOptions &options)
{
    Result<> outcome;
    for (std::size_t i = 0; i < m_loops.size() && outcome; ++i) {
        net::Loop &loop = *m_loops[i];
        Node &node = m_nodes[i];
        loop.start();
        loop.run([&] {
            node.http = std::make_unique<HttpServer>(m_router);
            node.server = std::make_unique<net::LoopServer>(loop, options, *node.http, m_upgrades);
            outcome = node.server->open();
            if (outcome && !node.http->attach(*node.server))
                outcome = fail(Error::internal(u"a loop's HTTP server cannot be bound"_s));
            if (outcome)
                node.server->closePort();
        });
    }
    return outcome;
}

Result<quint16> HttpService::startAccepting()
{
    Result<quint16> port = 0;
    m_loops.front()->run([&] {
        m_acceptor = std::make_unique<net::Acceptor>([this](net::Descriptor descriptor) {
            const std::size_t chosen = m_nextLoop++ % m_loops.size();
            net::LoopServer *server = m_nodes[chosen].server.get();
            m_loops[chosen]->post(
                [server, moved = std::move(descriptor)]() mutable { server->adopt(std::move(moved)); });
        });
        if (const auto opened = m_acceptor->open(m_options.address, m_options.port); opened)
            port = m_acceptor->serverPort();
        else
            port = fail(opened.error());
    });
    return port;
}

void HttpService::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    drain();
    stopLoops();
}

void HttpService::drain()
{
    // A loop that was never started (a start that failed) has nothing to drain.
    if (m_acceptor)
        m_loops.front()->run([this] { m_acceptor.reset(); });
    const auto drained = std::make_shared<std::counting_semaphore<>>(0);
    std::size_t waitingFor = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (!m_nodes[i].server)
            continue;
        ++waitingFor;
        m_loops[i]->run([&, i] {
            if (m_upgrades)
                m_upgrades->goingAway(*m_loops[i]);
            m_nodes[i].server->drain([drained] { drained->release(); });
        });
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(m_options.drainSeconds);
    while (waitingFor > 0 && drained->try_acquire_until(deadline))
        --waitingFor;
}

void HttpService::stopLoops()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (!m_nodes[i].server)
            continue;
        m_loops[i]->run([&, i] {
            if (m_upgrades)
                m_upgrades->release(*m_loops[i]);
            // Connections first, then what guarded them.
            Node &node = m_nodes[i];
            node.http.reset();
            node.server.reset();
        });
    }
    for (const auto &loop : m_loops)
        loop->stop();
}

} // namespace plexi::http
