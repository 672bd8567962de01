// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screenshots/welcome_pictures.h"

#include "tests/qml/screenshots/studio.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

using app::WelcomeController;

namespace {
constexpr QSize kWelcome(432, 784);
}

int shootWelcome(const QString &folder)
{
    Studio studio(folder);
    WelcomeController *welcome = studio.application().welcome();
    studio.application().start();
    studio.await("start page", [welcome] { return !welcome->isBusy(); });
    studio.resize(kWelcome.width(), kWelcome.height());
    studio.shoot(u"welcome-first"_s);
    welcome->rememberedServers()->remember({u"Rowing Club Aveiro"_s, u"http://192.168.1.20:8000"_s, u"priya.r"_s});
    welcome->rememberedServers()->remember({u"Tidewater Labs"_s, u"https://chat.tidewater.example"_s, u"priya"_s});
    welcome->connectTo(u"http://127.0.0.1:9"_s);
    studio.await("refused address", [welcome] { return !welcome->isBusy() && !welcome->addressError().isEmpty(); });
    studio.shoot(u"welcome-connect-failed"_s);
    welcome->connectTo(studio.server().url().toString());
    studio.await("server found", [welcome] { return welcome->step() == WelcomeController::SignIn; });
    studio.settle();
    studio.shoot(u"welcome-sign-in"_s);
    welcome->chooseTokenStorage(WelcomeController::File);
    studio.type(u"priya"_s);
    studio.press(Qt::Key_Return);
    studio.type(u"wrong password"_s);
    studio.press(Qt::Key_Return);
    studio.await("refused sign-in", [welcome] { return !welcome->signInError().isEmpty(); });
    studio.shoot(u"welcome-sign-in-failed"_s);
    studio.server().code = u"123456"_s;
    welcome->signIn(u"priya"_s, u"secret"_s, true);
    studio.await("code step", [welcome] { return welcome->step() == WelcomeController::Code && !welcome->isBusy(); });
    studio.settle();
    studio.shoot(u"welcome-code"_s);
    studio.type(u"831044"_s);
    studio.press(Qt::Key_Return);
    studio.await("refused code", [welcome] { return !welcome->codeError().isEmpty(); });
    studio.shoot(u"welcome-code-failed"_s);
    welcome->back();
    welcome->showSignUp();
    studio.settle();
    studio.shoot(u"welcome-sign-up"_s);
    welcome->signUp(u"priya"_s, u"priya@tidewater.example"_s, u"Priya"_s, u"a long enough one"_s, {}, true);
    studio.await("refused account", [welcome] { return !welcome->signUpErrors()->inviteCode().isEmpty(); });
    studio.shoot(u"welcome-sign-up-failed"_s);
    welcome->back();
    welcome->back();
    welcome->showHost();
    studio.settle();
    studio.shoot(u"welcome-host"_s);
    studio.resize(1000, 560);
    studio.shoot(u"welcome-host-wide"_s);
    return studio.complaints();
}

} // namespace plexi::test
