// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/blurhash.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace plexi::inspector {

namespace {

constexpr int kAcross = 4;
constexpr int kDown = 3;
/** Pixels of a side that the terms are computed from: more would not show. */
constexpr int kSide = 32;

using Colour = std::array<double, 3>;

QString base83(int value, int length)
{
    static constexpr QLatin1StringView kDigits{
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"};
    QString text(length, u'0');
    for (int digit = length - 1; digit >= 0; --digit, value /= 83)
        text[digit] = kDigits[value % 83];
    return text;
}

double toLinear(int value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

int fromLinear(double value)
{
    const double v = std::clamp(value, 0.0, 1.0);
    const double encoded = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(encoded * 255));
}

Colour term(const QImage &image, int across, int down)
{
    Colour sum{};
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double basis = std::cos(std::numbers::pi * across * x / image.width())
                * std::cos(std::numbers::pi * down * y / image.height());
            sum[0] += basis * toLinear(qRed(line[x]));
            sum[1] += basis * toLinear(qGreen(line[x]));
            sum[2] += basis * toLinear(qBlue(line[x]));
        }
    }
    const double scale = (across == 0 && down == 0 ? 1.0 : 2.0) / (double(image.width()) * image.height());
    for (double &channel : sum)
        channel *= scale;
    return sum;
}

int quantised(const Colour &colour, double largest)
{
    int value = 0;
    for (const double channel : colour) {
        const double ratio = channel / largest;
        const double root = std::copysign(std::sqrt(std::abs(ratio)), ratio);
        value = value * 19 + static_cast<int>(std::clamp(std::floor(root * 9 + 9.5), 0.0, 18.0));
    }
    return value;
}

} // namespace

QString blurhash(const QImage &image)
{
    QImage small(image.size().scaled(kSide, kSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    small.fill(Qt::white);
    QPainter painter(&small);
    painter.drawImage(QPoint(), image.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();

    const Colour average = term(small, 0, 0);
    std::vector<Colour> others;
    double largest = 0;
    for (int down = 0; down < kDown; ++down) {
        for (int across = down == 0 ? 1 : 0; across < kAcross; ++across) {
            others.push_back(term(small, across, down));
            for (const double channel : others.back())
                largest = std::max(largest, std::abs(channel));
        }
    }
    const int quantisedLargest = static_cast<int>(std::clamp(std::floor(largest * 166 - 0.5), 0.0, 82.0));
    QString text = base83((kAcross - 1) + (kDown - 1) * 9, 1) + base83(quantisedLargest, 1);
    text += base83((fromLinear(average[0]) << 16) + (fromLinear(average[1]) << 8) + fromLinear(average[2]), 4);
    for (const Colour &other : others)
        text += base83(quantised(other, (quantisedLargest + 1) / 166.0), 2);
    return text;
}

} // namespace plexi::inspector
