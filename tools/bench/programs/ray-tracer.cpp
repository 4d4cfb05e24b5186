// Spheres and planes with mirrors and shadows, seen by rays: small vectors as values, virtual
// calls, recursion.

#include "../workload.h"

#include <cmath>
#include <memory>
#include <vector>

enum { WIDTH = SIZE(1500, 16), DEPTH = 5 };

namespace {

struct Vector {
  double X, Y, Z;
};

Vector operator+(Vector A, Vector B) { return {A.X + B.X, A.Y + B.Y, A.Z + B.Z}; }
Vector operator-(Vector A, Vector B) { return {A.X - B.X, A.Y - B.Y, A.Z - B.Z}; }
Vector operator*(Vector A, double S) { return {A.X * S, A.Y * S, A.Z * S}; }
double dot(Vector A, Vector B) { return A.X * B.X + A.Y * B.Y + A.Z * B.Z; }
Vector unit(Vector A) { return A * (1 / std::sqrt(dot(A, A))); }

struct Ray {
  Vector Origin, Direction;
};

class Body {
public:
  const Vector Colour;
  const double Mirror;

  Body(Vector Colour, double Mirror) : Colour(Colour), Mirror(Mirror) {}
  virtual ~Body() = default;
  // How far along the ray the body is hit, or less than 0.
  virtual double distance(const Ray &Ray) const = 0;
  virtual Vector normal(Vector Place) const = 0;
  virtual double brightness(Vector) const { return 1; }
};

class Sphere final : public Body {
  Vector Centre;
  double Radius;

public:
  Sphere(Vector Centre, double Radius, Vector Colour, double Mirror)
      : Body(Colour, Mirror), Centre(Centre), Radius(Radius) {}

  double distance(const Ray &Ray) const override {
    const Vector To = Centre - Ray.Origin;
    const double Along = dot(To, Ray.Direction);
    const double Square = Radius * Radius - dot(To, To) + Along * Along;
    if (Square < 0)
      return -1;
    const double Half = std::sqrt(Square);
    return Along > Half ? Along - Half : Along + Half;
  }
  Vector normal(Vector Place) const override { return unit(Place - Centre); }
};

class Floor final : public Body {
  double Height;

public:
  Floor(double Height, Vector Colour, double Mirror) : Body(Colour, Mirror), Height(Height) {}

  double distance(const Ray &Ray) const override {
    return std::fabs(Ray.Direction.Y) < 1e-9 ? -1 : (Height - Ray.Origin.Y) / Ray.Direction.Y;
  }
  Vector normal(Vector) const override { return {0, 1, 0}; }
  double brightness(Vector Place) const override {
    return (static_cast<int>(std::floor(Place.X)) + static_cast<int>(std::floor(Place.Z))) % 2 ? 0.4
                                                                                               : 1;
  }
};

class Scene {
  std::vector<std::unique_ptr<Body>> Bodies;
  const Vector Light = unit({-1, 3, -2});

  const Body *nearest(const Ray &Ray, double &Nearest) const {
    const Body *Found = nullptr;
    for (const auto &Body : Bodies) {
      const double Distance = Body->distance(Ray);
      if (Distance > 1e-6 && (!Found || Distance < Nearest)) {
        Nearest = Distance;
        Found = Body.get();
      }
    }
    return Found;
  }

public:
  void add(std::unique_ptr<Body> Body) { Bodies.push_back(std::move(Body)); }

  Vector colour(const Ray &Ray, int Depth) const {
    double Distance = 0;
    const Body *Hit = nearest(Ray, Distance);
    if (!Hit)
      return Vector{0.3, 0.5, 0.9} * (0.5 + 0.5 * std::fabs(Ray.Direction.Y));
    const Vector Place = Ray.Origin + Ray.Direction * Distance, Normal = Hit->normal(Place);
    double Shine = dot(Normal, Light), Ignored;
    if (Shine < 0 || nearest({Place, Light}, Ignored))
      Shine = 0;
    const Vector Own = Hit->Colour * (Hit->brightness(Place) * (0.2 + 0.8 * Shine));
    if (Depth == 0 || Hit->Mirror == 0)
      return Own;
    const Vector Back = Ray.Direction - Normal * (2 * dot(Ray.Direction, Normal));
    return Own * (1 - Hit->Mirror) + colour({Place, Back}, Depth - 1) * Hit->Mirror;
  }
};

} // namespace

int main(int Count, char **Arguments) {
  const int Width = size_from(Count, Arguments, WIDTH);
  Scene Scene;
  Scene.add(std::make_unique<Floor>(-1, Vector{0.9, 0.9, 0.8}, 0.2));
  for (int I = 0; I < 12; ++I)
    Scene.add(std::make_unique<Sphere>(Vector{I % 4 * 1.5 - 2, I / 4 * 0.8 - 0.5, 4.0 + I % 3},
                                       0.3 + I % 5 * 0.1,
                                       Vector{I % 2 * 0.8, I % 3 * 0.4, I % 4 * 0.3}, I % 3 * 0.3));
  uint64_t Sum = 0;
  for (int Y = 0; Y < Width; ++Y)
    for (int X = 0; X < Width; ++X) {
      const Vector Direction = unit({2.0 * X / Width - 1, 1 - 2.0 * Y / Width, 1.5});
      const Vector Colour = Scene.colour({{0, 0.3, -1}, Direction}, DEPTH);
      Sum = mix(Sum, static_cast<uint64_t>((Colour.X + Colour.Y + Colour.Z) * 255));
    }
  return finish(Sum);
}
