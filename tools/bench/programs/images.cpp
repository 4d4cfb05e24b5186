// Pictures of several types of pixels: blurred, scaled and turned grey by templates, and made
// smaller by a table of colours.

#include "../workload.h"

#include <algorithm>
#include <array>
#include <vector>

enum { WIDTH = SIZE(640, 37), PASSES = SIZE(100, 1) };

namespace {

template <class Pixel> class Image {
  std::vector<Pixel> Pixels;

public:
  const int Width, Height;

  Image(int Width, int Height)
      : Pixels(static_cast<size_t>(Width) * static_cast<size_t>(Height)), Width(Width),
        Height(Height) {}
  Pixel &at(int X, int Y) { return Pixels[static_cast<size_t>(Y * Width + X)]; }
  const Pixel &at(int X, int Y) const { return Pixels[static_cast<size_t>(Y * Width + X)]; }
  // The pixel at the border instead of what lies outside.
  const Pixel &near(int X, int Y) const {
    return at(std::clamp(X, 0, Width - 1), std::clamp(Y, 0, Height - 1));
  }
  const std::vector<Pixel> &pixels() const { return Pixels; }
};

using Bytes = std::array<uint8_t, 4>;

template <class From, class Function> auto map(const Image<From> &Source, Function Convert) {
  Image<decltype(Convert(Source.at(0, 0)))> Result(Source.Width, Source.Height);
  for (int Y = 0; Y < Source.Height; ++Y)
    for (int X = 0; X < Source.Width; ++X)
      Result.at(X, Y) = Convert(Source.at(X, Y));
  return Result;
}

Image<Bytes> paint(int Width) {
  Image<Bytes> Picture(Width, Width * 3 / 4);
  for (int Y = 0; Y < Picture.Height; ++Y)
    for (int X = 0; X < Width; ++X)
      Picture.at(X, Y) = {static_cast<uint8_t>(X * Y >> 4), static_cast<uint8_t>(X + Y),
                          static_cast<uint8_t>((X ^ Y) * 3), 255};
  return Picture;
}

uint8_t greyOf(const Bytes &Colour) {
  return static_cast<uint8_t>((Colour[0] * 77 + Colour[1] * 150 + Colour[2] * 29) >> 8);
}

Image<Bytes> blur(const Image<Bytes> &Source) {
  constexpr int Weights[3] = {1, 2, 1};
  Image<Bytes> Result(Source.Width, Source.Height);
  for (int Y = 0; Y < Source.Height; ++Y)
    for (int X = 0; X < Source.Width; ++X)
      for (size_t Channel = 0; Channel < 4; ++Channel) {
        int Sum = 8;
        for (int DY = -1; DY <= 1; ++DY)
          for (int DX = -1; DX <= 1; ++DX)
            Sum += Source.near(X + DX, Y + DY)[Channel] * Weights[DX + 1] * Weights[DY + 1];
        Result.at(X, Y)[Channel] = static_cast<uint8_t>(Sum >> 4);
      }
  return Result;
}

// Between four pixels, in steps of 1/256.
Image<Bytes> scale(const Image<Bytes> &Source, int Width, int Height) {
  Image<Bytes> Result(Width, Height);
  for (int Y = 0; Y < Height; ++Y)
    for (int X = 0; X < Width; ++X) {
      const int SX = X * Source.Width * 256 / Width, SY = Y * Source.Height * 256 / Height;
      const int FX = SX & 255, FY = SY & 255;
      for (size_t C = 0; C < 4; ++C) {
        const auto channel = [&](int DX, int DY) {
          return int{Source.near((SX >> 8) + DX, (SY >> 8) + DY)[C]};
        };
        const int Upper = channel(0, 0) * (256 - FX) + channel(1, 0) * FX;
        const int Lower = channel(0, 1) * (256 - FX) + channel(1, 1) * FX;
        Result.at(X, Y)[C] = static_cast<uint8_t>((Upper * (256 - FY) + Lower * FY) >> 16);
      }
    }
  return Result;
}

std::array<uint32_t, 256> histogram(const Image<uint8_t> &Grey) {
  std::array<uint32_t, 256> Counts{};
  for (const uint8_t Pixel : Grey.pixels())
    ++Counts[Pixel];
  return Counts;
}

// The pixel in the middle of its surroundings, by sorting them.
Image<uint8_t> removeSpecks(const Image<uint8_t> &Source) {
  Image<uint8_t> Result(Source.Width, Source.Height);
  for (int Y = 0; Y < Source.Height; ++Y)
    for (int X = 0; X < Source.Width; ++X) {
      uint8_t Around[9];
      for (int I = 0; I < 9; ++I)
        Around[I] = Source.near(X + I % 3 - 1, Y + I / 3 - 1);
      for (int I = 1; I < 9; ++I)
        for (int J = I; J > 0 && Around[J - 1] > Around[J]; --J)
          std::swap(Around[J - 1], Around[J]);
      Result.at(X, Y) = Around[4];
    }
  return Result;
}

} // namespace

int main(int Count, char **Arguments) {
  const int Width = size_from(Count, Arguments, WIDTH);
  Image<Bytes> Picture = paint(Width);
  uint64_t Sum = 0;
  for (int Pass = 0; Pass < PASSES; ++Pass) {
    Picture.at(Pass, Pass) = {255, 0, 0, 0};
    const Image<Bytes> Blurred = blur(Picture);
    const Image<uint8_t> Grey =
        removeSpecks(map(scale(Blurred, Width / 2 + Pass, Width / 3), greyOf));
    for (const uint32_t Pixels : histogram(Grey))
      Sum = mix(Sum, Pixels);
  }
  return finish(Sum);
}
